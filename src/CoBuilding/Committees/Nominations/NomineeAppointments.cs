using CoBuilding.Committees.Alternates;
using CoBuilding.Committees.CommitteeKinds;
using CoBuilding.Committees.Consortiums;
using CoBuilding.Committees.DoublePosts;
using CoBuilding.Data;
using CoBuilding.Places;
using CoBuilding.Units;
using CoBuilding.Units.Duplicates;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Committees.Nominations;

/// <summary>
/// Turns nominations into appointments with the checks of <see cref="AppointmentGuards"/>; each one takes the earlier ones into account.
/// </summary>
internal sealed class NomineeAppointments
{
    private sealed record SeatTerm(Guid CommitteeId, Guid SeatId, Guid PersonId, Span Span, bool IsPartTime);

    private readonly PortalDb db;
    private readonly Dictionary<Guid, Committee> committees;
    private readonly Dictionary<Guid, Seat> seats;
    private readonly Dictionary<Guid, ResidentUnit> units;
    private readonly Dictionary<Guid, Place> places;
    private readonly Dictionary<Guid, DistrictCommitteeKind> kinds;
    private readonly IReadOnlyList<Post> secretaries;
    private readonly List<SeatTerm> held;
    private readonly List<HeldPost> posts;
    private readonly IReadOnlyList<Guid> merged;
    private readonly ILookup<(Guid Seat, Guid Person), Alternate> alternates;

    private NomineeAppointments(
        PortalDb db,
        Dictionary<Guid, Committee> committees,
        Dictionary<Guid, Seat> seats,
        Dictionary<Guid, ResidentUnit> units,
        Dictionary<Guid, Place> places,
        Dictionary<Guid, DistrictCommitteeKind> kinds,
        IReadOnlyList<Post> secretaries,
        List<SeatTerm> held,
        List<HeldPost> posts,
        IReadOnlyList<Guid> merged,
        ILookup<(Guid, Guid), Alternate> alternates
    ) =>
        (
            this.db,
            this.committees,
            this.seats,
            this.units,
            this.places,
            this.kinds,
            this.secretaries,
            this.held,
            this.posts,
            this.merged,
            this.alternates
        ) = (db, committees, seats, units, places, kinds, secretaries, held, posts, merged, alternates);

    /// <summary>A fixed number of statements, independent of the number of nominations.</summary>
    public static async Task<NomineeAppointments> ReadAsync(PortalDb db, IReadOnlyList<Nomination> nominations, CancellationToken ct)
    {
        var committees = nominations.Select(n => n.CommitteeId).Distinct().ToArray();
        var seats = nominations.Select(n => n.SeatId).OfType<Guid>().ToArray();
        var newcomers = nominations.Where(n => n.SeatId is null).Select(n => n.UnitId).OfType<Guid>().ToArray();
        var people = nominations.Select(n => n.PersonId).ToArray();
        var units = await FindConsortiumUnits.NominatedAsync(db, newcomers, ct);
        var residences = units.Values.Select(u => u.PlaceId).ToArray();
        return new NomineeAppointments(
            db,
            await db.Committees.Where(c => committees.Contains(c.Id)).ToDictionaryAsync(c => c.Id, ct),
            await db.Seats.Where(s => seats.Contains(s.Id)).ToDictionaryAsync(s => s.Id, ct),
            units,
            await db.Places.AsNoTracking().Where(p => residences.Contains(p.Id)).ToDictionaryAsync(p => p.Id, ct),
            await db.CommitteeKinds.AsNoTracking().ToDictionaryAsync(k => k.Id, ct),
            await db.Posts.AsNoTracking().Where(o => o.IsSecretary && people.Contains(o.PersonId)).ToListAsync(ct),
            await db
                .Appointments.AsNoTracking()
                .Known()
                .Where(a => committees.Contains(a.CommitteeId))
                .Join(db.Seats, a => a.SeatId, s => s.Id, (a, s) => new { a, s.Kind })
                .Join(
                    db.People,
                    x => x.a.PersonId,
                    p => p.Id,
                    (x, p) =>
                        new SeatTerm(
                            x.a.CommitteeId,
                            x.a.SeatId,
                            p.MergedIntoId ?? p.Id,
                            new Span(x.a.From, x.a.Until),
                            x.Kind != SeatKind.FullTime
                        )
                )
                .ToListAsync(ct),
            [.. (await HeldPosts.HeldAsync(db, people, null, ct)).SelectMany(p => p)],
            await db.People.AsNoTracking().Where(p => people.Contains(p.Id) && p.MergedIntoId != null).Select(p => p.Id).ToListAsync(ct),
            (
                await db
                    .Alternates.Known()
                    .Where(a => seats.Contains(a.SeatId) && people.Contains(a.PersonId))
                    .OrderBy(a => a.From)
                    .ToListAsync(ct)
            ).ToLookup(a => (a.SeatId, a.PersonId))
        );
    }

    /// <summary>From this day on the seats of these committees are free of those who held them.</summary>
    public void EndAll(DateOnly on)
    {
        for (var n = 0; n < held.Count; n++)
            if (held[n].Span is var span && span.From < on && !span.HasEndedBy(on))
                held[n] = held[n] with { Span = span with { Until = on } };
    }

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
        var committee = committees[nomination.CommitteeId];
        if (merged.Contains(nomination.PersonId))
            throw DuplicatesRules.RecordIsMerged(person);
        var seat = nomination.SeatId is { } known ? seats[known] : NewSeat(nomination, committee, note);
        if (held.Any(h => h.SeatId == seat.Id && !h.Span.HasEndedBy(note.On)))
            throw NominationsRules.SeatIsHeldThen();
        if (held.Any(h => h.CommitteeId == committee.Id && h.PersonId == nomination.PersonId && !h.Span.HasEndedBy(note.On)))
            throw CommitteesRules.PersonHasSeat(person);
        if (seat.Kind != SeatKind.FullTime)
            AppointmentGuards.GuardQuota(
                kinds[committee.KindId],
                [.. held.Where(h => h.CommitteeId == committee.Id && h.IsPartTime).Select(h => h.Span)],
                note.On,
                db.Today,
                null,
                appointmentReasons.Quota
            );
        appointmentReasons = appointmentReasons with { DoublePost = nomination.DoublePostReason ?? appointmentReasons.DoublePost };
        if (seat.Kind != SeatKind.FullTime)
            HeldPosts.Guard(
                kinds[committee.KindId],
                posts.Where(p => p.PersonId == nomination.PersonId).Beside(committee, new Span(note.On, null)),
                appointmentReasons.DoublePost
            );
        var (appointment, step) = nomination.Appoint(chain, seat, Guid.CreateVersion7(), letterNumber, appointmentReasons, note, db.Today);
        seat.FollowsPost =
            seat.UnitId is { } unit && secretaries.Any(o => o.UnitId == unit && o.PersonId == nomination.PersonId && o.IsOn(note.On));
        // The holder cannot be the alternate of the same seat.
        foreach (var named in alternates[(seat.Id, nomination.PersonId)].Where(a => !a.HasEndedBy(note.On)))
            AlternateEnding.End(db, named, note.On);
        if (db.Entry(seat).State == EntityState.Detached)
            db.Seats.Add(seat);
        else
            db.Touch(seat);
        db.Touch(committee);
        db.Appointments.Add(appointment);
        if (seat.Kind != SeatKind.FullTime)
            posts.Add(
                new HeldPost(
                    nomination.PersonId,
                    committee.Id,
                    committee.Name,
                    committee.Level,
                    new Span(appointment.From, appointment.Until)
                )
            );
        held.Add(
            new SeatTerm(
                committee.Id,
                seat.Id,
                nomination.PersonId,
                new Span(appointment.From, appointment.Until),
                seat.Kind != SeatKind.FullTime
            )
        );
        return step;
    }

    private Seat NewSeat(Nomination nomination, Committee committee, StepDetails note)
    {
        var id = Guid.CreateVersion7();
        if (nomination.UnitId is not { } unitId)
            return committee.SeatForIndividual(id, nomination.PersonId, nomination.Role, nomination.SeatTitle, note.On, note.Now);
        var unit = units[unitId];
        AppointmentGuards.CheckUnit(unit, note.On);
        return committee.SeatFor(id, unit.Id, places[unit.PlaceId], nomination.Role, nomination.SeatTitle, note.On, note.Now);
    }
}
