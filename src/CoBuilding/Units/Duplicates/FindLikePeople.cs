using CoBuilding.Access;
using CoBuilding.Data;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Units.Duplicates;

/// <summary>
/// Possible duplicates while a person is entered: people within reach with the same name at the same unit, or the same name and number.
/// </summary>
public sealed class FindLikePeople(Door door)
{
    public sealed record Question(string Name, Guid UnitId, string? Mobile);

    public sealed record Row(Guid PersonId, string Name, string? Unit, string Title);

    private const int Most = 5;

    public async Task<IReadOnlyList<Row>> AskAsync(Scope scope, Question question, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.ManageUnits, ct);
        var (units, name, mobile) = (db.Units, UnitShapes.TidyName(question.Name), UnitShapes.Tidy(question.Mobile));
        return await PeopleQueries
            .Posts(db, db.Posts.NotEndedBy(db.Today))
            .AsNoTracking()
            .Join(db.People, h => h.PersonId, p => p.Id, (h, p) => new { o = h.Post, p })
            .Where(x => x.p.Name == name && (x.o.UnitId == question.UnitId || (mobile != null && x.p.Mobile == mobile)))
            .OrderByDescending(x => x.o.UnitId == question.UnitId)
            .ThenBy(x => x.o.Id)
            .Select(x => new Row(x.p.Id, x.p.Name, units.Where(u => u.Id == x.o.UnitId).Select(u => u.Name).FirstOrDefault(), x.o.Title))
            .Take(Most)
            .ToListAsync(ct);
    }
}
