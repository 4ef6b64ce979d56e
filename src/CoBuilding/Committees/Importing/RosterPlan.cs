using CoBuilding.Data;
using CoBuilding.Documents.Importing;
using CoBuilding.Places;
using CoBuilding.Units;
using CoBuilding.Units.Importing;
using CoBuilding.Units.UnitKinds;

namespace CoBuilding.Committees.Importing;

/// <summary>A unit that rows name: known, or to be entered with them.</summary>
internal sealed class PlannedUnit
{
    public ResidentUnit? Known { get; init; }
    public EnterUnit.Form? Form { get; init; }
    public DistrictUnitKind? Kind { get; init; }
    public required Place Residence { get; init; }

    public Guid Id => Known?.Id ?? Form!.UnitId;
    public string Name => Known?.Name ?? Form!.Name;

    /// <summary>Its people are stored under their posts instead of names.</summary>
    public bool WithholdsNames => Known?.WithholdsNames ?? Kind!.Kind == UnitKind.Military;

    public ResidentUnit Entered()
    {
        var unit = new ResidentUnit { Id = Form!.UnitId, Name = "", PlaceId = Residence.Id };
        Form.WriteTo(unit, Kind!);
        return unit;
    }
}

/// <summary>A person named by rows: with an existing or a new post there.</summary>
internal sealed class PlannedPerson
{
    public required Guid Id { get; init; }
    public required string Name { get; init; }

    /// <summary>Null for a person known only by an appointment, and for a new person.</summary>
    public PostHolder? PostHolder { get; init; }
    public EnterPerson.Form? Form { get; init; }
    public DateOnly PostFrom { get; set; }

    /// <summary>Null while in office.</summary>
    public DateOnly? PostUntil { get; set; }

    public bool IsSecretary => PostHolder?.Post is { IsSecretary: true };
}

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
                if (Unit!.Known is { } unit) AppointmentGuards.CheckUnit(unit, from);
                return Committee.SeatFor(Id, Unit.Id, Unit.Residence, role, title, from, now);
        }
    }
}

/// <summary>The working state of one row.</summary>
internal sealed class RosterRow(int number)
{
    public RowFindings Findings { get; } = new(number);
    public PlannedSeat? Seat { get; set; }
    public PlannedPerson? Person { get; set; }
    public SeatRole? Role { get; set; }
    public string? Title { get; set; }
    public DateOnly? From { get; set; }
    public DateOnly? Until { get; set; }
    public EndReason? EndReason { get; set; }
    public string? LetterNumber { get; set; }
    public string? QuotaReason { get; set; }
    public string? DoublePostReason { get; set; }
    public AppointmentReasons AppointmentReasons => new(QuotaReason, DoublePostReason);

    /// <summary>The appointment that it is about, as known.</summary>
    public Appointment? Known { get; set; }
    public IReadOnlyList<string?> Shown { get; set; } = [];

    public bool IsNew => Seat?.Known is null || (Person is not null && Known is null);

    /// <summary>The new days of the appointment; null for a vacant seat, or if the start is missing.</summary>
    public Span? Term => Person is not null && (From ?? Known?.From) is { } from ? new Span(from, Until ?? Known?.Until) : null;

    public ImportRow Found() => Findings.Row(IsNew, Shown);
}
