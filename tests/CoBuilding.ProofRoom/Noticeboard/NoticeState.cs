using CoBuilding.Texts;

namespace CoBuilding.ProofRoom.Noticeboard;

[TextsIn("Noticeboard")]
public enum NoticeState
{
    Hanging,
    TakenDown,
}
