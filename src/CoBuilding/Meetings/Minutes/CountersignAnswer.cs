namespace CoBuilding.Meetings.Minutes;

public enum CountersignAnswer
{
    NoObjection,
    Comments,
}
