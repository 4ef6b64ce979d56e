using CoBuilding.Data;

namespace CoBuilding.Committees.CrossAppointments;

/// <summary>One direction of a pair: a person in office from a day until (not including) another.</summary>
internal sealed record Leg : ILasts
{
    public required Guid UnitId { get; init; }
    public required Guid CommitteeId { get; init; }
    public required Guid PlaceId { get; init; }
    public required Guid PersonId { get; init; }
    public required DateOnly From { get; init; }
    public required DateOnly? Until { get; init; }
}
