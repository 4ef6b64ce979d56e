namespace CoBuilding.Meetings.Attendance;

public enum QuorumRule
{
    None,
    MoreThanHalf,
    TwoThirds,

    /// <summary>The chair and a number of others.</summary>
    ChairAndNumber,
}
