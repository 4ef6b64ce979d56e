using CoBuilding.Data;

namespace CoBuilding.Committees.CrossAppointments;

/// <summary>One side's acknowledgment that a pair is no longer mutual.</summary>
public sealed class LapseAcknowledgment : Tenanted
{
    public required Guid UnitId { get; init; }
    public required Guid CommitteeId { get; init; }
    public required Guid PlaceId { get; init; }
    public required PairSide Side { get; init; }

    /// <summary>The first day on which the pair was no longer mutual.</summary>
    public required DateOnly LapsedOn { get; init; }
    public required DateTimeOffset RecordedAt { get; init; }
}
