using CoBuilding.Texts;

namespace CoBuilding.Meetings;

[TextsIn("Meetings")]
public enum Reply
{
    Attend,
    Substitute,
    Leave,
}
