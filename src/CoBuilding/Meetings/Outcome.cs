namespace CoBuilding.Meetings;

public enum Outcome
{
    Unmarked,
    Present,
    Substitute,
    Leave,
    Absent,
}
