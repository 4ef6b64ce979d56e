using CoBuilding.Data;
using CoBuilding.Places.Districts;

namespace CoBuilding.Units;

/// <summary>The titles with which a district begins: <c>ranks.tsv</c>.</summary>
internal sealed class StandardRankTitles : INewDistrictRows
{
    public IEnumerable<Tenanted> Make()
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
