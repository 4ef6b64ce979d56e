namespace CoBuilding.Meetings;

public enum Reply
{
    Attend,
    Substitute,
    Leave,
}
