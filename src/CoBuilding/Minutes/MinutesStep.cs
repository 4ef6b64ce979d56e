using CoBuilding.Data;

namespace CoBuilding.Minutes;

/// <summary>One step of the minutes; written once.</summary>
public sealed class MinutesStep : Tenanted
{
    public required Guid MinutesId { get; init; }
    public required Guid PlaceId { get; init; }
    public required MinutesAction Action { get; init; }
    public string? Reason { get; init; }

    /// <summary>The first day after the term for units.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>The whole text as it was sent or issued, as <see cref="MinutesText"/> in JSON; the journal only names it.</summary>
    [Secret]
    public string? KeptText { get; init; }
    public required DateTimeOffset RecordedAt { get; init; }
}
