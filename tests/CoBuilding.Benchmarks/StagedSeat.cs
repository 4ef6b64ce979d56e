namespace CoBuilding.Benchmarks;

internal sealed record StagedSeat(Guid SeatId, Guid UnitId, Guid PersonId, Guid PostId);
