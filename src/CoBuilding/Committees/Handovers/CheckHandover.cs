using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Units;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Committees.Handovers;

/// <summary>
/// Before a handover: the people of a unit who may leave and, once one is chosen, what will be handed over and what stays.
/// </summary>
public sealed class CheckHandover(Door door)
{
    /// <param name="From">The follower's first day; null means today.</param>
    public sealed record Question(Guid UnitId, Guid? LeaverId, Guid? FollowerId, DateOnly? From);

    /// <param name="Follower">The name of the known follower.</param>
    /// <param name="Preview">Null until somebody who leaves is chosen.</param>
    public sealed record Answer(Guid UnitId, string Unit, DateOnly From, IReadOnlyList<Leaver> Leavers, string? Follower, Preview? Preview);

    /// <param name="Title">The post at the unit; null where only a seat is left.</param>
    public sealed record Leaver(Guid PersonId, string Name, string? Title, bool IsSecretary);

    /// <param name="Passing">The post to be handed over; null when it has already passed.</param>
    /// <param name="Logins">Accounts whose roles end with the post.</param>
    /// <param name="Elsewhere">Bodies out of the clerk's reach on which the leaver holds a seat of the unit.</param>
    public sealed record Preview(
        Guid LeaverId,
        string Leaver,
        string? Passing,
        bool IsSecretary,
        IReadOnlyList<string> Staying,
        bool IsLiaisonOfficer,
        IReadOnlyList<SeatRow> Seats,
        IReadOnlyList<string> Logins,
        IReadOnlyList<string> Elsewhere
    );

    /// <param name="Next">The person already appointed to follow on the seat.</param>
    /// <param name="Alternate">The standing alternate, who stays.</param>
    public sealed record SeatRow(
        Guid SeatId,
        long RowVersion,
        Guid CommitteeId,
        string Committee,
        string Title,
        bool FollowsPost,
        DateOnly Since,
        DateOnly? Until,
        string? Next,
        string? Alternate
    );

    public async Task<Answer> AskAsync(Scope scope, Question question, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.AppointMembers, ct);
        var unit = await PortalDb.FindAsync(db.Units.AsNoTracking(), question.UnitId, ct);
        var from = question.From ?? db.Today;
        var leavers = await LeaversAsync(db, unit.Id, from, ct);
        var follower = await db.People.AsNoTracking().Where(p => p.Id == question.FollowerId).Select(p => p.Name).SingleOrDefaultAsync(ct);
        var leaver = leavers.FirstOrDefault(l => l.PersonId == question.LeaverId);
        return new Answer(
            unit.Id,
            unit.Name,
            from,
            leavers,
            follower,
            leaver is null ? null : await PlanAsync(db, unit, leaver, question.FollowerId, from, ct)
        );
    }

    /// <summary>The people with a post at the unit on the day, the secretary first, then others who still hold one of its seats.</summary>
    private static async Task<IReadOnlyList<Leaver>> LeaversAsync(PortalDb db, Guid unitId, DateOnly from, CancellationToken ct)
    {
        var posts = await db
            .Posts.AsNoTracking()
            .On(from)
            .Where(o => o.UnitId == unitId)
            .Join(db.People, o => o.PersonId, p => p.Id, (o, p) => new { o, p })
            .OrderByDescending(x => x.o.IsSecretary)
            .ThenBy(x => x.p.SortKey)
            .ThenBy(x => x.o.Id)
            .Take(ListQuestion.LargestPage)
            .Select(x => new Leaver(x.p.Id, x.p.Name, x.o.Title, x.o.IsSecretary))
            .ToListAsync(ct);
        var holders = await db
            .Appointments.AsNoTracking()
            .Known()
            .On(from)
            .Where(a => a.UnitId == unitId)
            .Join(db.People, a => a.PersonId, p => p.Id, (a, p) => p)
            .Distinct()
            .OrderBy(p => p.SortKey)
            .ThenBy(p => p.Id)
            .Take(ListQuestion.LargestPage)
            .Select(p => new Leaver(p.Id, p.Name, null, false))
            .ToListAsync(ct);
        return [.. posts.Concat(holders).DistinctBy(l => l.PersonId)];
    }

    private static async Task<Preview> PlanAsync(
        PortalDb db,
        ResidentUnit unit,
        Leaver leaver,
        Guid? followerId,
        DateOnly from,
        CancellationToken ct
    )
    {
        var leaving = await LeaverHoldings.ReadAsync(db, unit.Id, leaver.PersonId, followerId, from, ct);
        var (people, committees, appointments, alternates, accounts, post) = (
            db.People,
            db.Committees,
            db.Appointments.Known(),
            db.Alternates.Known().On(from),
            db.Accounts,
            leaving.Passing?.Id
        );
        var seats = await LeaverHoldings
            .Seats(db, unit.Id, leaver.PersonId, from)
            .AsNoTracking()
            .Join(db.Seats, a => a.SeatId, s => s.Id, (a, s) => new { a, s })
            .OrderByDeclared(x => x.s.Role)
            .ThenBy(x => x.s.Id)
            .Select(x => new SeatRow(
                x.s.Id,
                x.s.RowVersion,
                x.s.CommitteeId,
                committees.Where(c => c.Id == x.s.CommitteeId).Select(c => c.Name).First(),
                x.s.Title,
                x.s.FollowsPost,
                x.a.From,
                x.a.Until,
                appointments
                    .Where(n => n.SeatId == x.s.Id && n.From >= from)
                    .OrderBy(n => n.From)
                    .Select(n => people.Where(p => p.Id == n.PersonId).Select(p => p.Name).First())
                    .FirstOrDefault(),
                alternates
                    .Where(n => n.SeatId == x.s.Id && n.PersonId != followerId)
                    .Select(n => people.Where(p => p.Id == n.PersonId).Select(p => p.Name).First())
                    .FirstOrDefault()
            ))
            .ToListAsync(ct);
        var logins = await db
            .Grants.AsNoTracking()
            .NotEndedBy(from)
            .Where(g => g.PostId != null && g.PostId == post)
            .Select(g => accounts.Where(a => a.Id == g.AccountId).Select(a => a.Login).FirstOrDefault())
            .Where(l => l != null)
            .Distinct()
            .ToListAsync(ct);
        return new Preview(
            leaver.PersonId,
            leaver.Name,
            leaving.Passing?.Title,
            leaving.Passing?.IsSecretary == true,
            [.. leaving.Staying.Select(o => o.Title)],
            unit.LiaisonOfficerId == leaver.PersonId,
            seats,
            [.. logins.OfType<string>()],
            await ElsewhereAsync(db, unit.Id, leaver.PersonId, from, ct)
        );
    }

    private static async Task<IReadOnlyList<string>> ElsewhereAsync(
        PortalDb db,
        Guid unitId,
        Guid leaverId,
        DateOnly from,
        CancellationToken ct
    )
    {
        var reach = db.Reach;
        return await db
            .Appointments.Lifted("names of bodies beyond reach on which the leaver sits: they have to be informed")
            .AsNoTracking()
            .Where(a => !reach.Everything && !reach.Places.Contains(a.PlaceId))
            .Known()
            .On(from)
            .Where(a => a.UnitId == unitId && a.PersonId == leaverId)
            .Join(db.Committees, a => a.CommitteeId, c => c.Id, (a, c) => c.Name)
            .Distinct()
            .OrderBy(n => n)
            .ToListAsync(ct);
    }
}
