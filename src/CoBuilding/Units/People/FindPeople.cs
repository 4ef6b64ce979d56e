using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Places;
using CoBuilding.Texts;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Units.People;

/// <summary>
/// For pickers: people by name, with a distinguishing post. Those of the given unit come first, then recently picked ones, then
/// those of the same street.
/// </summary>
public sealed class FindPeople(Door door)
{
    public sealed record Question(string? Search, Guid? UnitId)
    {
        /// <summary>The place that is worked on; the unit's own where there is none.</summary>
        public Guid? PlaceId { get; init; }
        public IReadOnlyList<Guid> Lately { get; init; } = [];
    }

    public sealed record Row(Guid PersonId, string Name, string? Unit, string? Title);

    public async Task<IReadOnlyList<Row>> AskAsync(Scope scope, Question question, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.SeeUnits, ct);
        var (units, places, lately) = (db.Units, db.Places, question.Lately);
        var needle = question.Search.OrNull() is { } typed ? Pinyin.Needle(typed) : null;
        var street = await db
            .Places.Where(p =>
                p.Id == question.PlaceId || (question.PlaceId == null && units.Any(u => u.Id == question.UnitId && u.PlaceId == p.Id))
            )
            .Select(p => p.Level == PlaceLevel.Community ? p.ParentId : p.Id)
            .FirstOrDefaultAsync(ct);
        return await PeopleQueries
            .Posts(db, db.Posts.On(db.Today))
            .AsNoTracking()
            .Where(h => needle != null || (question.UnitId != null && h.Post.UnitId == question.UnitId) || lately.Contains(h.PersonId))
            .Join(db.People, h => h.PersonId, p => p.Id, (h, p) => new { o = h.Post, p })
            .Where(x => needle == null || x.p.FindKeys.Contains(needle))
            .OrderByDescending(x => x.o.UnitId == question.UnitId)
            .ThenByDescending(x => lately.Contains(x.p.Id))
            .ThenByDescending(x => x.o.PlaceId == street || places.Any(p => p.Id == x.o.PlaceId && p.ParentId == street))
            .ThenByDescending(x => x.o.IsSecretary)
            .ThenBy(x => x.p.SortKey)
            .ThenBy(x => x.o.Id)
            .Select(x => new Row(x.p.Id, x.p.Name, units.Where(u => u.Id == x.o.UnitId).Select(u => u.Name).FirstOrDefault(), x.o.Title))
            .Take(20)
            .ToListAsync(ct);
    }
}
