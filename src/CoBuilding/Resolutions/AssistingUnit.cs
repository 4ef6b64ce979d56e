using CoBuilding.Data;

namespace CoBuilding.Resolutions;

/// <summary>A unit that helps the lead.</summary>
public sealed class AssistingUnit : Tenanted
{
    public required Guid ResolutionId { get; init; }
    public required Guid PlaceId { get; init; }
    public required Guid UnitId { get; init; }
}
