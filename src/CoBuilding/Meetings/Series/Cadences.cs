namespace CoBuilding.Meetings.Series;

public static class Cadences
{
    public static int Months(this Cadence cadence) =>
        cadence switch
        {
            Cadence.Monthly => 1,
            Cadence.Quarterly => 3,
            Cadence.HalfYearly => 6,
            _ => 12,
        };
}
