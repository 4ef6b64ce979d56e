namespace CoBuilding.Meetings.Minutes;

public enum MinutesState
{
    Drafting,

    /// <summary>With the units that were due, until its term is over.</summary>
    Countersigning,
    Issued,
}
