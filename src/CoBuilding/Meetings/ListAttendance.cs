using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Data;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Meetings;

/// <summary>
/// For each holder on a committee's roster: at how many of the meetings to which the holder was due, that is within the
/// appointment's dates, the holder was there. Appointed after three of five meetings and at both others: two of two.
/// </summary>
public sealed class ListAttendance(Door door)
{
    public sealed record Row(Guid SeatId, Guid PersonId, int Due, int Present, int Substitutes, int Leave);

    /// <param name="from">The first day that counts; meetings until today.</param>
    public async Task<IReadOnlyList<Row>> AskAsync(Scope scope, Guid committeeId, DateOnly from, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.SeeMeetings, ct);
        var (now, today, suspensions) = (db.Now, db.Today, db.Suspensions);
        var held = db.Meetings.Held(now).Where(m => m.Day >= from);
        var rows = await db.Appointments.AsNoTracking()
            .Where(a => a.CommitteeId == committeeId && a.SupersededAt == null && a.From <= today && (a.Until == null || a.Until > today))
            .Join(db.Invitations.Where(i => i.WithdrawnAt == null), a => a.SeatId, i => i.SeatId, (a, i) => new { a, i })
            .Join(held, x => x.i.MeetingId, m => m.Id, (x, m) => new { x.a, x.i, m })
            .Where(x => x.a.From <= x.m.Day && !suspensions.Any(s =>
                s.SeatId == x.a.SeatId && s.SupersededAt == null && s.From <= x.m.Day && (s.Until == null || s.Until > x.m.Day)))
            .GroupBy(x => new { x.a.SeatId, x.a.PersonId })
            .Select(g => new
            {
                g.Key.SeatId, g.Key.PersonId, Due = g.Count(),
                Present = g.Count(x => x.i.Presence == Presence.Present || x.i.Presence == Presence.Late),
                Substitutes = g.Count(x => x.i.Presence == Presence.Substitute),
                Leave = g.Count(x => x.i.Reply == Reply.Leave && (x.i.Presence == null || x.i.Presence == Presence.Absent)),
            }).ToListAsync(ct);
        return [.. rows.Select(r => new Row(r.SeatId, r.PersonId, r.Due, r.Present, r.Substitutes, r.Leave))];
    }
}
