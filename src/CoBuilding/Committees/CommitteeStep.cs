using CoBuilding.Data;

namespace CoBuilding.Committees;

/// <summary>One step of a committee's preparation; never changed.</summary>
public sealed class CommitteeStep : Tenanted
{
    public required Guid CommitteeId { get; init; }
    public required Guid PlaceId { get; init; }
    public required PreparationAction Action { get; init; }
    public required DateOnly On { get; init; }

    /// <summary>Of the document that belongs to the step.</summary>
    public string? DocumentNumber { get; init; }
    public string? Remark { get; init; }
    public required DateTimeOffset RecordedAt { get; init; }
}
