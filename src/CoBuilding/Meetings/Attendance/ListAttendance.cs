using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Data;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Meetings.Attendance;

/// <summary>
/// For each holder on a committee's roster, the number of due meetings attended, that is within the appointment's dates. Appointed after
/// three of five meetings and present at the other two: two of two.
/// </summary>
public sealed class ListAttendance(Door door)
{
    public sealed record Row(Guid SeatId, Guid PersonId, int Due, int Present, int Substitutes, int Leave);

    /// <param name="from">The first day that counts; meetings until today.</param>
    public async Task<IReadOnlyList<Row>> AskAsync(Scope scope, Guid committeeId, DateOnly from, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.SeeMeetings, ct);
        var (today, appointments) = (db.Today, db.Appointments.Known().On(db.Today));
        return await SeeAttendanceRates
            .CameOf(db, committeeId, null, from, today)
            .Where(c => appointments.Any(a => a.SeatId == c.SeatId && a.PersonId == c.PersonId))
            .GroupBy(c => new { c.SeatId, c.PersonId })
            .Select(g => new Row(
                g.Key.SeatId,
                g.Key.PersonId,
                g.Count(),
                g.Count(c => c.Outcome == Outcome.Present),
                g.Count(c => c.Outcome == Outcome.Substitute),
                g.Count(c => c.Outcome == Outcome.Leave)
            ))
            .ToListAsync(ct);
    }
}
