namespace CoBuilding.Meetings.Series;

/// <summary>How often a body is used to meet.</summary>
public enum Cadence
{
    Monthly,
    Quarterly,
    HalfYearly,
    Yearly,
}
