using CoBuilding.Data;
using CoBuilding.Documents.Importing;
using CoBuilding.Texts;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Units.Importing;

/// <summary>Somebody with a post, as known; where records of one person were merged, the one that stands in the lists.</summary>
internal sealed record Holding(Post Post, Person Person)
{
    public bool Is(string name) => Cells.PersonName(Person.Name) == name;

    /// <summary>Whether an id means this one, by the record of today or by the one of then.</summary>
    public bool IsOf(Guid? person) => Person.Id == person || Post.PersonId == person;
}

internal static class Contacts
{
    /// <summary>Posts with those who hold them. One statement, and one more where records were merged: a join over both is planned badly for many rows.</summary>
    public static async Task<IReadOnlyList<Holding>> HoldingsAsync(PortalDb db, IQueryable<Post> posts, CancellationToken ct)
    {
        var held = await posts.AsNoTrackingWithIdentityResolution().Join(db.People, o => o.PersonId, p => p.Id, (o, p) => new { o, p }).ToListAsync(ct);
        var people = held.Select(x => x.p).DistinctBy(p => p.Id).ToDictionary(p => p.Id);
        Guid[] missing = [.. people.Values.Select(p => p.MergedIntoId).OfType<Guid>().Where(id => !people.ContainsKey(id)).Distinct()];
        if (missing.Length > 0)
            foreach (var survivor in await db.People.AsNoTracking().Where(p => missing.Contains(p.Id)).ToListAsync(ct)) people.Add(survivor.Id, survivor);
        return [.. held.Select(x => new Holding(x.o, x.p.MergedIntoId is { } survivor ? people[survivor] : x.p))];
    }

    /// <summary>A number as typed; null where the cell is blank or masked, since exported lists mask numbers and a masked one tells nothing new.</summary>
    public static string? Mobile(Draft draft, string? cell, string column)
    {
        if (cell is null || cell.Contains('*', StringComparison.Ordinal)) return null;
        if (Cells.Digits(cell) is { } digits) return digits;
        draft.Refuse(Wording.T("Importing.MangledNumber", cell), column);
        return null;
    }

    /// <summary>Notes a number that differs from the known one; both masked.</summary>
    public static void CompareMobile(Draft draft, string column, Person known, string? mobile)
    {
        if (mobile is not null && UnitShapes.Tidy(mobile) != known.Mobile)
            draft.Change(column, Person.Mask(known.Mobile), Person.Mask(UnitShapes.Tidy(mobile)));
    }
}
