using CoBuilding.Data;

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
        return
        [
            .. titles
                .ReadToEnd()
                .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Where(t => t[0] != '#')
                .Select((title, n) => new RankTitle { Title = title, Ordinal = n + 1 }),
        ];
    }
}
