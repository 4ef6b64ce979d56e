namespace CoBuilding.Meetings.Series;

/// <summary>What may change of a series.</summary>
public interface ISeriesSchedule
{
    Cadence Cadence { get; }
    string Title { get; set; }

    /// <summary>Of the period, from 1; then the days of that month.</summary>
    int UsualMonth { get; set; }
    int UsualFrom { get; set; }
    int UsualUntil { get; set; }
    int AheadDays { get; set; }
    DateOnly? BegunOn { get; set; }
}
