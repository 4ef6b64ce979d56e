using CoBuilding.Access;
using CoBuilding.Committees.CrossAppointments;
using CoBuilding.Data;
using CoBuilding.Jobs;
using CoBuilding.Units;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Committees.Records;

/// <summary>
/// Removes the mobile numbers and e-mail addresses of people whose service is over: no post at a unit that is still here, no seat and no
/// part as alternate or cross-appointed, since the days that the
/// district grants. Run once a day by the portal; repeating it has no effect. The journal names the people, not the numbers.
/// </summary>
public sealed class PurgeMobiles(Door door) : IDailyJob
{
    public sealed record Form : WritingForm;

    private const int Most = 500;

    Task<bool> IDailyJob.RunAsync(Scope scope, Guid operationId, CancellationToken ct) =>
        RunAsync(scope, new() { OperationId = operationId }, ct);

    /// <returns>Whether there may be more: a call removes a limited number.</returns>
    public async Task<bool> RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.PurgeMobiles, form, ct);
        var since = db.Today.AddDays(-(await PeopleSetting.ReadAsync(db, ct)).MobileKeptDays);
        var over = await OutOfService(db, since).OrderBy(p => p.Id).Take(Most).ToListAsync(ct);
        foreach (var person in over)
            (person.Mobile, person.Email) = (null, null);
        await db.CommitAsync(ct);
        return over.Count == Most;
    }

    /// <summary>A liaison officer holds a post at the unit; records merged into one are one person.</summary>
    private static IQueryable<Person> OutOfService(PortalDb db, DateOnly since)
    {
        var (people, units, seats) = (db.People, db.Units, db.Seats.NotEndedBy(since));
        var posts = db
            .Posts.NotEndedBy(since)
            .Where(o => o.UnitId == null || units.Any(u => u.Id == o.UnitId && (u.EndedOn == null || u.EndedOn > since)));
        var appointments = db.Appointments.Known().NotEndedBy(since);
        var alternates = db.Alternates.Known().NotEndedBy(since).Where(a => seats.Any(s => s.Id == a.SeatId));
        var crossed = db.CrossAppointments.Known().NotEndedBy(since).Where(a => a.From != null);
        return people.Where(p =>
            (p.Mobile != null || p.Email != null)
            && !people.Any(q =>
                (q.Id == p.Id || q.MergedIntoId == p.Id)
                && (
                    posts.Any(o => o.PersonId == q.Id)
                    || appointments.Any(a => a.PersonId == q.Id)
                    || alternates.Any(a => a.PersonId == q.Id)
                    || crossed.Any(a => a.PersonId == q.Id)
                )
            )
        );
    }
}
