using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Units;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Committees.Handovers;

/// <summary>
/// Seats that follow a post which their holder no longer holds, because the unit's secretary changed other than by a
/// handover, or in another office. Units out of reach are not included.
/// </summary>
public sealed class ListOutOfStep(Door door)
{
    public sealed record Question : ListQuestion;

    /// <param name="Secretary">The unit's secretary today; null where it has none.</param>
    public sealed record Row(
        Guid SeatId,
        Guid CommitteeId,
        string Committee,
        Guid UnitId,
        string Unit,
        Guid HolderId,
        string Holder,
        Guid? SecretaryId,
        string? Secretary
    );

    public async Task<Page<Row>> AskAsync(Scope scope, Question question, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.AppointMembers, ct);
        var (today, people) = (db.Today, db.People);
        var secretaries = db.Posts.On(today).Where(o => o.IsSecretary);
        return await db
            .Seats.AsNoTracking()
            .Where(s => s.FollowsPost)
            .Join(db.Units, s => s.UnitId, u => u.Id, (s, u) => new { s, u })
            .Join(
                db.Appointments.Known().On(today),
                x => x.s.Id,
                a => a.SeatId,
                (x, a) =>
                    new
                    {
                        x.s,
                        x.u,
                        a,
                    }
            )
            .Join(
                db.Committees,
                x => x.s.CommitteeId,
                c => c.Id,
                (x, c) =>
                    new
                    {
                        x.s,
                        x.u,
                        x.a,
                        c,
                    }
            )
            .Where(x => !secretaries.Any(o => o.UnitId == x.u.Id && o.PersonId == x.a.PersonId))
            .OrderBy(x => x.c.Name)
            .ThenBy(x => x.u.SortKey)
            .ThenBy(x => x.s.Id)
            .Select(x => new Row(
                x.s.Id,
                x.c.Id,
                x.c.Name,
                x.u.Id,
                x.u.Name,
                x.a.PersonId,
                people.Where(p => p.Id == x.a.PersonId).Select(p => p.Name).First(),
                secretaries.Where(o => o.UnitId == x.u.Id).OrderBy(o => o.Id).Select(o => (Guid?)o.PersonId).FirstOrDefault(),
                secretaries
                    .Where(o => o.UnitId == x.u.Id)
                    .OrderBy(o => o.Id)
                    .Select(o => people.Where(p => p.Id == o.PersonId).Select(p => p.Name).First())
                    .FirstOrDefault()
            ))
            .PageAsync(question, ct);
    }
}
