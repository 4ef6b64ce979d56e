using CoBuilding.Data;

namespace CoBuilding.Meetings.Series;

/// <summary>Why a period passed, or will pass, without a meeting.</summary>
public sealed class PeriodReason : Tenanted
{
    public required Guid SeriesId { get; init; }
    public required Guid PlaceId { get; init; }

    /// <summary>Of the period.</summary>
    public required DateOnly FirstDay { get; init; }
    public required string Reason { get; set; }
}
