using System.Diagnostics.CodeAnalysis;
using CoBuilding.Data;
using CoBuilding.Documents.Importing;
using CoBuilding.Jobs.Channels;
using CoBuilding.Texts;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Units.Importing;

internal static class ImportContacts
{
    /// <summary>
    /// Posts with those who hold them. Two statements, and one more where records were merged: right after many rows were added the
    /// database does not know
    /// yet how many there are, and would plan a join for a few rows.
    /// </summary>
    public static async Task<IReadOnlyList<PostHolder>> HoldingsAsync(PortalDb db, IQueryable<Post> posts, CancellationToken ct)
    {
        var held = await posts.AsNoTracking().ToListAsync(ct);
        var people = (await ReadAsync(held.Select(o => o.PersonId))).ToDictionary(p => p.Id);
        foreach (var survivor in await ReadAsync(people.Values.Select(p => p.MergedIntoId).OfType<Guid>().Except(people.Keys)))
            people.Add(survivor.Id, survivor);
        return
        [
            .. held.Where(o => people.ContainsKey(o.PersonId))
                .Select(o => (Post: o, Person: people[o.PersonId]))
                .Select(h => new PostHolder(h.Post, h.Person.MergedIntoId is { } survivor ? people[survivor] : h.Person)),
        ];

        async Task<IReadOnlyList<Person>> ReadAsync(IEnumerable<Guid> people)
        {
            Guid[] ids = [.. people.Distinct()];
            return ids.Length == 0 ? [] : await db.People.AsNoTracking().Where(p => ids.Contains(p.Id)).ToListAsync(ct);
        }
    }

    /// <summary>A number as typed; null where the cell is blank or masked, since exported lists mask numbers.</summary>
    public static string? Mobile(RowFindings findings, string? cell, string column)
    {
        if (IsMasked(cell))
            return null;
        if (CellText.Digits(cell) is { } digits)
            return digits;
        findings.Refuse(Wording.T("Importing.MangledNumber", cell), column);
        return null;
    }

    /// <summary>An e-mail address likewise.</summary>
    public static string? Email(RowFindings findings, string? cell, string column)
    {
        if (IsMasked(cell))
            return null;
        if (MailAddress.IsOne(cell))
            return cell;
        findings.Refuse(Wording.T("Units.EmailShape"), column);
        return null;
    }

    /// <summary>Notes a number that differs from the known one; both masked.</summary>
    public static void CompareMobile(RowFindings findings, string column, Person known, string? mobile)
    {
        if (mobile is not null && UnitShapes.Tidy(mobile) != known.Mobile)
            findings.Change(column, Person.Mask(known.Mobile), Person.Mask(UnitShapes.Tidy(mobile)));
    }

    /// <summary>Notes an address that differs likewise.</summary>
    public static void CompareEmail(RowFindings findings, string column, Person known, string? email)
    {
        if (email is not null && email != known.Email)
            findings.Change(column, Person.MaskEmail(known.Email), Person.MaskEmail(email));
    }

    private static bool IsMasked([NotNullWhen(false)] string? cell) => cell is null || cell.Contains('*', StringComparison.Ordinal);
}
