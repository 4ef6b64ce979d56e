using CoBuilding.Data;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Units.Ordering;

/// <summary>A title in the district's own order. It stands for every title that contains it, unless a longer one does.</summary>
public sealed class RankTitle : Tenanted
{
    public required string Title { get; init; }

    /// <summary>The smaller comes first.</summary>
    public required int Ordinal { get; set; }

    /// <summary>Not used from this day.</summary>
    public DateOnly? RetiredOn { get; set; }

    /// <summary>The titles with which a district begins.</summary>
    public static IEnumerable<RankTitle> Standard()
    {
        using var titles = new StreamReader(typeof(RankTitle).Assembly.GetManifestResourceStream("CoBuilding.Units.ranks.tsv")!);
        return [.. titles.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(t => t[0] != '#')
            .Select((title, n) => new RankTitle { Title = title, Ordinal = n + 1 })];
    }
}

/// <summary>The district's order of titles, to sort what is loaded. Questions that page sort alike in the database.</summary>
internal sealed class Ranks(IReadOnlyList<RankTitle> titles)
{
    public static async Task<IReadOnlyList<string>> TitlesAsync(PortalDb db, CancellationToken ct) =>
        await InForce(db).AsNoTracking().OrderBy(r => r.Ordinal).ThenBy(r => r.Id).Select(r => r.Title).ToListAsync(ct);

    public static IQueryable<RankTitle> InForce(PortalDb db) => db.RankTitles.Where(r => r.RetiredOn == null);

    /// <summary>Titles that the list does not know come last.</summary>
    public int Of(string? title) => title is null ? int.MaxValue
        : titles.Where(r => title.Contains(r.Title, StringComparison.Ordinal)).OrderByDescending(r => r.Title.Length).ThenBy(r => r.Ordinal)
            .Select(r => r.Ordinal).FirstOrDefault(int.MaxValue);
}
