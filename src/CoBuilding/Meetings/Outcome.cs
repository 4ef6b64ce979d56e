using CoBuilding.Texts;

namespace CoBuilding.Meetings;

[TextsIn("Meetings")]
public enum Outcome
{
    Unmarked,
    Present,
    Substitute,
    Leave,
    Absent,
}
