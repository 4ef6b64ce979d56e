using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Places;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Units.Duplicates;

/// <summary>Pairs of units within reach that are likely one: alike by name anywhere, or by short name at one place.</summary>
public sealed class ListUnitDuplicates(Door door)
{
    public sealed record Question : ListQuestion;

    public sealed record Row
    {
        public required Guid FirstId { get; init; }
        public required string First { get; init; }
        public required string FirstPlace { get; init; }
        public required Guid SecondId { get; init; }
        public required string Second { get; init; }
        public required string SecondPlace { get; init; }
        public required bool ByShortName { get; init; }
    }

    public async Task<Page<Row>> AskAsync(Scope scope, Question question, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.ManageUnits, ct);
        var needle = question.NameNeedle();
        var units = db.Units.AsNoTracking().Where(u => u.MergedIntoId == null && u.EndedOn == null && u.AlikeKey != "");
        var byName = units.Join(
            units,
            a => a.AlikeKey,
            b => b.AlikeKey,
            (a, b) =>
                new
                {
                    a,
                    b,
                    ByShortName = false,
                }
        );
        var byShortName = units
            .Join(
                units,
                a => new { a.PlaceId, Key = a.ShortAlikeKey },
                b => new { b.PlaceId, Key = b.ShortAlikeKey },
                (a, b) =>
                    new
                    {
                        a,
                        b,
                        ByShortName = true,
                    }
            )
            .Where(x => x.a.ShortAlikeKey != null && x.a.AlikeKey != x.b.AlikeKey);
        var places = db.Places;
        return await byName
            .Where(x => x.a.Id < x.b.Id)
            .Select(x => new
            {
                First = x.a,
                Second = x.b,
                x.ByShortName,
            })
            .Concat(
                byShortName
                    .Where(x => x.a.Id < x.b.Id)
                    .Select(x => new
                    {
                        First = x.a,
                        Second = x.b,
                        x.ByShortName,
                    })
            )
            .Where(x => needle == null || x.First.FindKeys.Contains(needle) || x.Second.FindKeys.Contains(needle))
            .OrderBy(x => x.First.SortKey)
            .ThenBy(x => x.First.Id)
            .ThenBy(x => x.Second.Id)
            .Select(x => new Row
            {
                FirstId = x.First.Id,
                First = x.First.Name,
                FirstPlace = places.Where(p => p.Id == x.First.PlaceId).Select(p => p.Name).First(),
                SecondId = x.Second.Id,
                Second = x.Second.Name,
                SecondPlace = places.Where(p => p.Id == x.Second.PlaceId).Select(p => p.Name).First(),
                ByShortName = x.ByShortName,
            })
            .PageAsync(question, ct);
    }
}
