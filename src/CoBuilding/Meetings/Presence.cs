namespace CoBuilding.Meetings;

public enum Presence
{
    Present,
    Late,
    LeftEarly,
    Substitute,
    Absent,
}
