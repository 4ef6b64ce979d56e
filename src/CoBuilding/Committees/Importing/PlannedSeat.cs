using CoBuilding.Committees.Seats;
using CoBuilding.Data;

namespace CoBuilding.Committees.Importing;

/// <summary>A seat that rows are about: known, or to be made with them.</summary>
internal sealed class PlannedSeat
{
    public required Committee Committee { get; init; }
    public required SeatKind Kind { get; init; }
    public Seat? Known { get; init; }
    public PlannedUnit? Unit { get; init; }
    public PlannedPerson? Individual { get; init; }
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Current rows, as known.</summary>
    public IReadOnlyList<Appointment> Appointments { get; init; } = [];
    public List<RosterRow> Rows { get; } = [];

    /// <summary>The seat of the good rows, once they are known.</summary>
    public Seat? Made { get; set; }

    /// <summary>Makes the seat from the day on which its first holder took it.</summary>
    /// <exception cref="RuleBroken">The unit resides elsewhere or has left, or the seat would begin before the committee.</exception>
    public Seat Make(DateOnly from, SeatRole role, string title, DateTimeOffset now)
    {
        switch (Kind)
        {
            case SeatKind.FullTime:
                return Committee.SeatForHost(Id, role, title, from, now);
            case SeatKind.Individual:
                return Committee.SeatForIndividual(Id, Individual!.Id, role, title, from, now);
            default:
                if (Unit!.Known is { } unit)
                    UnitsForSeats.CheckUnit(unit, from);
                return Committee.SeatFor(Id, Unit.Id, Unit.Residence, role, title, from, now);
        }
    }
}
