using CoBuilding.Data;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Units;

/// <summary>The district's order of titles, to sort what is loaded. Questions that page sort alike in the database.</summary>
internal sealed class Ranks(IReadOnlyList<RankTitle> titles)
{
    public static async Task<IReadOnlyList<string>> TitlesAsync(PortalDb db, CancellationToken ct) =>
        await InForce(db).AsNoTracking().OrderBy(r => r.Ordinal).ThenBy(r => r.Id).Select(r => r.Title).ToListAsync(ct);

    public static IQueryable<RankTitle> InForce(PortalDb db) => db.RankTitles.Where(r => r.RetiredOn == null);

    /// <summary>Titles that the list does not know come last.</summary>
    public int Of(string? title) =>
        title is null
            ? int.MaxValue
            : titles
                .Where(r => title.Contains(r.Title, StringComparison.Ordinal))
                .OrderByDescending(r => r.Title.Length)
                .ThenBy(r => r.Ordinal)
                .Select(r => r.Ordinal)
                .FirstOrDefault(int.MaxValue);
}
