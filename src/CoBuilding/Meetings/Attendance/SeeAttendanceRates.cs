using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Data;
using CoBuilding.Units;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Meetings.Attendance;

/// <summary>
/// Attendance rates: how often people were present in person, and how often their units were represented: two separate figures. Due is the
/// holder of the seat on the meeting's day, as recorded when it began; suspended seats and canceled meetings are not counted. In the
/// roster's order, not ranked.
/// </summary>
public sealed class SeeAttendanceRates(Door door)
{
    /// <summary>Of a body or of a unit, in all bodies within reach.</summary>
    public sealed record Question
    {
        public Guid? CommitteeId { get; init; }
        public Guid? UnitId { get; init; }

        /// <summary>Days in China, both included; null: from the first day of this year, and until today.</summary>
        public DateOnly? From { get; init; }
        public DateOnly? Until { get; init; }
    }

    /// <param name="Of">The body or the unit.</param>
    /// <param name="Meetings">How many were held in the time.</param>
    public sealed record Answer(
        string Of,
        DateOnly From,
        DateOnly Until,
        int Meetings,
        IReadOnlyList<HolderRow> Holders,
        IReadOnlyList<UnitRow> Units
    );

    /// <summary>One person on one seat; separate terms on it are one row.</summary>
    public sealed record HolderRow(
        Guid SeatId,
        Guid PersonId,
        string Name,
        string SeatTitle,
        string Committee,
        Guid? UnitId,
        string? Unit,
        Counts Counts
    );

    public sealed record UnitRow(Guid UnitId, string Unit, Counts Counts);

    /// <summary><c>Due = Present + Substitutes + Leave + Absent + Unmarked</c>; late and left early are among those present.</summary>
    public sealed record Counts(int Due, int Present, int Late, int LeftEarly, int Substitutes, int Leave, int Absent, int Unmarked)
    {
        /// <summary>The unit was represented, by its member or a substitute.</summary>
        public int Represented => Present + Substitutes;

        public static Counts operator +(Counts one, Counts other) =>
            new(
                one.Due + other.Due,
                one.Present + other.Present,
                one.Late + other.Late,
                one.LeftEarly + other.LeftEarly,
                one.Substitutes + other.Substitutes,
                one.Leave + other.Leave,
                one.Absent + other.Absent,
                one.Unmarked + other.Unmarked
            );
    }

    public async Task<Answer> AskAsync(Scope scope, Question question, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.SeeMeetings, ct);
        return await ReadAsync(db, question, ct);
    }

    /// <summary>Three statements, however many meetings and seats.</summary>
    internal static async Task<Answer> ReadAsync(PortalDb db, Question question, CancellationToken ct)
    {
        var (units, people, committees) = (db.Units, db.People, db.Committees);
        var of = question.UnitId is { } unit
            ? await units.Where(u => u.Id == unit).Select(u => u.Name).SingleOrDefaultAsync(ct)
            : await committees.Where(c => c.Id == question.CommitteeId).Select(c => c.Name).SingleOrDefaultAsync(ct);
        if (of is null)
            throw new NotFound();
        var (from, until) = (question.From ?? new DateOnly(db.Today.Year, 1, 1), question.Until ?? db.Today);
        var came = CameOf(db, question.CommitteeId, question.UnitId, from, until);
        var meetings = await came.Select(c => c.MeetingId).Distinct().CountAsync(ct);
        var rows = await came.GroupBy(c => new { c.SeatId, c.PersonId })
            .Select(g => new
            {
                g.Key.SeatId,
                g.Key.PersonId,
                Counts = new Counts(
                    g.Count(),
                    g.Count(c => c.Outcome == Outcome.Present),
                    g.Count(c => c.Presence == Presence.Late),
                    g.Count(c => c.Presence == Presence.LeftEarly),
                    g.Count(c => c.Outcome == Outcome.Substitute),
                    g.Count(c => c.Outcome == Outcome.Leave),
                    g.Count(c => c.Outcome == Outcome.Absent),
                    g.Count(c => c.Outcome == Outcome.Unmarked)
                ),
            })
            .Join(db.Seats, r => r.SeatId, s => s.Id, (r, s) => new { r, s })
            .OrderBy(x => x.s.CommitteeId)
            .ThenByDeclared(x => x.s.Role)
            .ThenBy(x => x.s.Kind == SeatKind.PartTime)
            .ThenBy(x => x.s.From)
            .ThenBy(x => x.s.Id)
            .ThenBy(x => x.r.PersonId)
            .Select(x => new HolderRow(
                x.s.Id,
                x.r.PersonId,
                people.Where(p => p.Id == x.r.PersonId).Select(p => p.Name).First(),
                x.s.Title,
                committees.Where(c => c.Id == x.s.CommitteeId).Select(c => c.Name).First(),
                x.s.UnitId,
                units.Where(u => u.Id == x.s.UnitId).Select(u => u.Name).FirstOrDefault(),
                x.r.Counts
            ))
            .ToListAsync(ct);
        return new Answer(
            of,
            from,
            until,
            meetings,
            rows,
            [
                .. rows.Where(r => r.UnitId is not null)
                    .GroupBy(r => (r.UnitId, r.Unit))
                    .Select(g => new UnitRow(g.Key.UnitId!.Value, g.Key.Unit!, g.Select(r => r.Counts).Aggregate((a, b) => a + b))),
            ]
        );
    }

    /// <summary>One due seat of one meeting with its holder at that time.</summary>
    internal sealed record HeldRow
    {
        public required Guid MeetingId { get; init; }
        public required Guid SeatId { get; init; }
        public required Guid PersonId { get; init; }
        public required Presence? Presence { get; init; }
        public required Outcome Outcome { get; init; }
    }

    internal static IQueryable<HeldRow> CameOf(PortalDb db, Guid? committeeId, Guid? unitId, DateOnly from, DateOnly until)
    {
        var (now, seats, appointments) = (db.Now, db.Seats, db.Appointments);
        var held = db.Meetings.Held(now).Where(m => m.Day >= from && m.Day <= until);
        var due = Invitations
            .Due(db)
            .Where(i => unitId == null || i.UnitId == unitId)
            .Where(i => committeeId == null || seats.Any(s => s.Id == i.SeatId && s.CommitteeId == committeeId));
        return Invitations
            .Outcomes(due)
            .Join(held, c => c.MeetingId, m => m.Id, (c, m) => new { c, m })
            .SelectMany(
                x =>
                    appointments.Where(a =>
                        a.SeatId == x.c.SeatId
                        && a.From <= x.m.Day
                        && (a.Until == null || a.Until > x.m.Day)
                        && a.RecordedAt <= x.m.StartsAt
                        && (a.SupersededAt == null || a.SupersededAt > x.m.StartsAt)
                    ),
                (x, a) =>
                    new HeldRow
                    {
                        MeetingId = x.m.Id,
                        SeatId = x.c.SeatId,
                        PersonId = a.PersonId,
                        Presence = x.c.Presence,
                        Outcome = x.c.Outcome,
                    }
            );
    }
}
