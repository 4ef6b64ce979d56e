using CoBuilding.Data;
using CoBuilding.Meetings;

namespace CoBuilding.Resolutions;

/// <summary>One step of a resolution; written once.</summary>
public sealed class ResolutionStep : Tenanted
{
    public required Guid ResolutionId { get; init; }
    public required Guid PlaceId { get; init; }

    /// <summary>Which unit spoke; null for the host's own steps.</summary>
    public Guid? UnitId { get; init; }
    public required ResolutionAction Action { get; init; }
    public required DateOnly On { get; init; }

    /// <summary>The day that it names: a deadline, or another one proposed.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>The place of the level above.</summary>
    public Guid? AbovePlaceId { get; init; }
    public ReplySource? ReplySource { get; init; }
    public string? AnsweredBy { get; init; }
    public string? AnsweredFor { get; init; }
    public string? ToldBy { get; init; }
    public string? Note { get; init; }
    public required DateTimeOffset RecordedAt { get; init; }
}
