using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Data;
using CoBuilding.Places;
using CoBuilding.Units;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Resolutions;

/// <summary>
/// Units that can be asked to take on a resolution: the members of the body, then others within reach. For members out of reach, possible
/// in a consortium, only the name is shown.
/// </summary>
public sealed class FindAskableUnits(Door door)
{
    public sealed record Question : ListQuestion
    {
        /// <summary>Null: no body is chosen yet, and only units within reach are found.</summary>
        public Guid? CommitteeId { get; init; }
    }

    /// <param name="Place">Null out of the reader's reach.</param>
    public sealed record Row(Guid UnitId, string Name, string? Place, string? Street);

    /// <exception cref="NotFound">There is no such body within reach.</exception>
    public async Task<Page<Row>> AskAsync(Scope scope, Question question, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.ManageResolutions, ct);
        if (question.CommitteeId is { } id)
            await PortalDb.FindAsync(db.Committees.AsNoTracking(), id, ct);
        return await Rows(db, question).PageAsync(question, ct);
    }

    /// <summary>The caller has found the body within reach.</summary>
    internal static IQueryable<ResidentUnit> Units(PortalDb db, Guid? committeeId)
    {
        var (reach, seats) = (db.Reach, SeatsOf(db, committeeId));
        return db
            .Units.AsNoTracking()
            .Lifted("units with a seat on a body within reach can be asked, wherever they reside; else the reach is written out")
            .Where(u => reach.Everything || reach.Places.Contains(u.PlaceId) || seats.Any(s => s.UnitId == u.Id));
    }

    private static IQueryable<Row> Rows(PortalDb db, Question question)
    {
        var (needle, today, reach, seats) = (question.NameNeedle(), db.Today, db.Reach, SeatsOf(db, question.CommitteeId));
        var (posts, people) = (db.Posts, db.People);
        return Units(db, question.CommitteeId)
            .Where(u => u.MergedIntoId == null && (u.EndedOn == null || u.EndedOn > today))
            .Join(
                db.Places,
                u => u.PlaceId,
                p => p.Id,
                (u, p) =>
                    new
                    {
                        u,
                        p,
                        IsWithin = reach.Everything || reach.Places.Contains(u.PlaceId),
                        IsMember = seats.Any(s => s.UnitId == u.Id),
                    }
            )
            .Where(x =>
                needle == null
                || x.u.FindKeys.Contains(needle)
                || (x.IsWithin && posts.Any(o => o.UnitId == x.u.Id && people.Any(p => p.Id == o.PersonId && p.FindKeys.Contains(needle))))
            )
            .OrderByDescending(x => x.IsMember)
            .ThenBy(x => x.p.Code)
            .ThenBy(x => x.u.SortKey)
            .ThenBy(x => x.u.Id)
            .Select(x => new Row(
                x.u.Id,
                x.u.Name,
                x.IsWithin ? x.p.Name : null,
                x.IsWithin && x.p.Level == PlaceLevel.Community ? x.p.ParentName : null
            ));
    }

    private static IQueryable<Seat> SeatsOf(PortalDb db, Guid? committeeId) =>
        db.Seats.NotEndedBy(db.Today).Where(s => s.CommitteeId == committeeId);
}
