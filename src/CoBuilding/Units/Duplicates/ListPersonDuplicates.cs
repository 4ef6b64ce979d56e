using CoBuilding.Access;
using CoBuilding.Data;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Units.Duplicates;

/// <summary>Pairs of people with a post within reach who are likely one: of one name, and of one unit or one mobile number.</summary>
public sealed class ListPersonDuplicates(Door door)
{
    public sealed record Question : ListQuestion;

    public sealed record Row
    {
        public required Guid FirstId { get; init; }
        public required Guid SecondId { get; init; }
        public required string Name { get; init; }
        public required string? FirstUnit { get; init; }
        public required string? SecondUnit { get; init; }

        /// <summary>They have one number; otherwise they are of one unit.</summary>
        public required bool ByMobile { get; init; }
    }

    public async Task<Page<Row>> AskAsync(Scope scope, Question question, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.ManageUnits, ct);
        var (posts, units, needle) = (db.Posts, db.Units, question.NameNeedle());
        var people = db.People.AsNoTracking().Where(p => p.MergedIntoId == null && posts.Any(o => o.PersonId == p.Id));
        var held = posts
            .Join(
                people,
                o => o.PersonId,
                p => p.Id,
                (o, p) =>
                    new
                    {
                        PersonId = p.Id,
                        p.Name,
                        o.UnitId,
                    }
            )
            .Distinct();
        var byUnit = held.Join(
            held,
            a => new { a.Name, a.UnitId },
            b => new { b.Name, b.UnitId },
            (a, b) => new { First = a.PersonId, Second = b.PersonId }
        );
        var byMobile = people
            .Where(p => p.Mobile != null)
            .Join(people, a => new { a.Name, a.Mobile }, b => new { b.Name, b.Mobile }, (a, b) => new { First = a.Id, Second = b.Id });
        return await byUnit
            .Where(x => x.First < x.Second)
            .Union(byMobile.Where(x => x.First < x.Second))
            .Join(people, x => x.First, p => p.Id, (x, first) => new { x, first })
            .Join(people, y => y.x.Second, p => p.Id, (y, second) => new { y.first, second })
            .Where(x => needle == null || x.first.FindKeys.Contains(needle))
            .OrderBy(x => x.first.SortKey)
            .ThenBy(x => x.first.Id)
            .ThenBy(x => x.second.Id)
            .Select(x => new Row
            {
                FirstId = x.first.Id,
                SecondId = x.second.Id,
                Name = x.first.Name,
                ByMobile = x.first.Mobile != null && x.first.Mobile == x.second.Mobile,
                FirstUnit = posts
                    .Where(o => o.PersonId == x.first.Id)
                    .OrderByDescending(o => o.From)
                    .ThenBy(o => o.Id)
                    .Join(units, o => o.UnitId, u => u.Id, (o, u) => u.Name)
                    .FirstOrDefault(),
                SecondUnit = posts
                    .Where(o => o.PersonId == x.second.Id)
                    .OrderByDescending(o => o.From)
                    .ThenBy(o => o.Id)
                    .Join(units, o => o.UnitId, u => u.Id, (o, u) => u.Name)
                    .FirstOrDefault(),
            })
            .PageAsync(question, ct);
    }
}
