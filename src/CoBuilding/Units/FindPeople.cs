using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Texts;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Units;

/// <summary>For pickers: people by name, with the post by which one tells them apart; those of the unit asked for come first.</summary>
public sealed class FindPeople(Door door)
{
    public sealed record Question(string? Search, Guid? UnitId);

    public sealed record Row(Guid PersonId, string Name, string? Unit, string? Title);

    public async Task<IReadOnlyList<Row>> AskAsync(Scope scope, Question question, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.SeeUnits, ct);
        var units = db.Units;
        var needle = question.Search.OrNull() is { } typed ? Pinyin.Needle(typed) : null;
        return await db.Posts.AsNoTracking().Where(o => o.From <= db.Today && (o.Until == null || o.Until > db.Today))
            .Where(o => needle != null || o.UnitId == question.UnitId)
            .Join(db.People, o => o.PersonId, p => p.Id, (o, p) => new { o, p })
            .Where(x => needle == null || x.p.FindKeys.Contains(needle))
            .OrderByDescending(x => x.o.UnitId == question.UnitId).ThenByDescending(x => x.o.IsSecretary).ThenBy(x => x.p.SortKey).ThenBy(x => x.o.Id)
            .Select(x => new Row(x.p.Id, x.p.Name, units.Where(u => u.Id == x.o.UnitId).Select(u => u.Name).FirstOrDefault(), x.o.Title))
            .Take(20).ToListAsync(ct);
    }
}
