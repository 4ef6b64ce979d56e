using CoBuilding.Texts;

namespace CoBuilding.Meetings;

[TextsIn("Meetings")]
public enum Presence
{
    Present,
    Late,
    LeftEarly,
    Substitute,
    Absent,
}
