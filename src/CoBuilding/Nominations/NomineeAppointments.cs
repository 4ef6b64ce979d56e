using CoBuilding.Committees;
using CoBuilding.Committees.Seats;
using CoBuilding.Data;
using CoBuilding.Places;
using CoBuilding.Units;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Nominations;

/// <summary>Turns nominations into appointments; each one takes the earlier ones into account.</summary>
internal sealed class NomineeAppointments
{
    private readonly PortalDb db;
    private readonly Appointing appointing;
    private readonly Dictionary<Guid, Seat> seats;
    private readonly Dictionary<Guid, ResidentUnit> units;
    private readonly Dictionary<Guid, Place> places;
    private readonly IReadOnlyList<Guid> merged;

    private NomineeAppointments(
        PortalDb db,
        Appointing appointing,
        Dictionary<Guid, Seat> seats,
        Dictionary<Guid, ResidentUnit> units,
        Dictionary<Guid, Place> places,
        IReadOnlyList<Guid> merged
    ) => (this.db, this.appointing, this.seats, this.units, this.places, this.merged) = (db, appointing, seats, units, places, merged);

    /// <summary>A fixed number of statements, independent of the number of nominations.</summary>
    public static async Task<NomineeAppointments> ReadAsync(PortalDb db, IReadOnlyList<Nomination> nominations, CancellationToken ct)
    {
        var committees = nominations.Select(n => n.CommitteeId).Distinct().ToArray();
        var seats = nominations.Select(n => n.SeatId).OfType<Guid>().ToArray();
        var newcomers = nominations.Where(n => n.SeatId is null).Select(n => n.UnitId).OfType<Guid>().ToArray();
        var people = nominations.Select(n => n.PersonId).Distinct().ToArray();
        var appointing = await Appointing.LockAsync(db, committees, people, ct);
        var units = await FindConsortiumUnits.NominatedAsync(db, newcomers, ct);
        var residences = units.Values.Select(u => u.PlaceId).ToArray();
        return new NomineeAppointments(
            db,
            appointing,
            await db.Seats.Where(s => seats.Contains(s.Id)).ToDictionaryAsync(s => s.Id, ct),
            units,
            await db.Places.AsNoTracking().Where(p => residences.Contains(p.Id)).ToDictionaryAsync(p => p.Id, ct),
            [
                .. (await db.People.AsNoTracking().Where(p => people.Contains(p.Id)).Locked().ToListAsync(ct))
                    .Where(p => p.MergedIntoId is not null)
                    .Select(p => p.Id),
            ]
        );
    }

    /// <summary>From this day on the seats of these committees are free of those who held them.</summary>
    public void EndAll(DateOnly on) => appointing.Terms.EndAll(on);

    /// <exception cref="RuleBroken">The procedure, the seat, the person or the range does not allow it; nothing has changed.</exception>
    public NominationStep Appoint(
        Nomination nomination,
        NominationChain chain,
        string person,
        string? letterNumber,
        AppointmentReasons appointmentReasons,
        StepDetails note
    )
    {
        var (committee, term) = (appointing.Committee(nomination.CommitteeId), new Span(note.On, null));
        if (merged.Contains(nomination.PersonId))
            throw DuplicatesRules.RecordIsMerged(person);
        var seat = nomination.SeatId is { } known ? seats[known] : NewSeat(nomination, committee, note);
        if (appointing.Terms.HolderOf(seat.Id, term) is not null)
            throw NominationsRules.SeatIsHeldThen();
        appointmentReasons = appointmentReasons with { DoublePost = nomination.DoublePostReason ?? appointmentReasons.DoublePost };
        appointing.Check(seat, nomination.PersonId, person, term, appointmentReasons);
        var (appointment, step) = nomination.Appoint(chain, seat, Guid.CreateVersion7(), letterNumber, appointmentReasons, note, db.Today);
        appointing.Record(seat, appointment);
        if (db.Entry(seat).State == EntityState.Detached)
            db.Seats.Add(seat);
        else
            db.Touch(seat);
        db.Appointments.Add(appointment);
        return step;
    }

    private Seat NewSeat(Nomination nomination, Committee committee, StepDetails note)
    {
        var id = Guid.CreateVersion7();
        if (nomination.UnitId is not { } unitId)
            return committee.SeatForIndividual(id, nomination.PersonId, nomination.Role, nomination.SeatTitle, note.On, note.Now);
        var unit = units[unitId];
        UnitsForSeats.CheckUnit(unit, note.On);
        return committee.SeatFor(id, unit.Id, places[unit.PlaceId], nomination.Role, nomination.SeatTitle, note.On, note.Now);
    }
}
