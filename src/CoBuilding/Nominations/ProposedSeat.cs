using CoBuilding.Committees;

namespace CoBuilding.Nominations;

/// <summary>The planned seat: of a unit or an individual.</summary>
public sealed record ProposedSeat(SeatKind Kind, Guid? UnitId, SeatRole Role, string Title);
