using System.Globalization;
using CoBuilding.Data;
using CoBuilding.Places;
using CoBuilding.Places.Districts;
using CoBuilding.Texts;

namespace CoBuilding.Committees;

/// <summary>
/// The kinds with which a district begins: one for each standard kind, as is customary, which the district can change. Own kinds are added
/// only by the district.
/// </summary>
internal sealed class StandardCommitteeKinds : INewDistrictRows
{
    private static readonly Dictionary<CommitteeKind, string> Names = CultureScope.In(
        CultureInfo.GetCultureInfo("zh-CN"),
        () => Enum.GetValues<CommitteeKind>().ToDictionary(k => k, k => Wording.T(k))
    );

    private static readonly IReadOnlyList<string[]> Lines = Read();

    public static string NameOf(CommitteeKind kind) => Names[kind];

    /// <summary>Null where the level is free.</summary>
    public static PlaceLevel? LevelOf(CommitteeKind kind) =>
        Lines.FirstOrDefault(l => l[0] == kind.ToString()) is { } line && line[1].Length > 0 ? Enum.Parse<PlaceLevel>(line[1]) : null;

    IEnumerable<Tenanted> INewDistrictRows.Make() => Rows();

    public static IEnumerable<DistrictCommitteeKind> Rows() =>
        Lines.Select(
            (line, n) =>
            {
                var kind = Enum.Parse<CommitteeKind>(line[0]);
                return new DistrictCommitteeKind
                {
                    Name = Names[kind],
                    Kind = kind,
                    Level = LevelOf(kind),
                    ConvenerTitle = line[2],
                    DeputyTitle = line[3],
                    MemberTitle = line[4],
                    TermYears = Number(line[5]),
                    Min = line.Length > 6 ? Number(line[6]) : null,
                    Max = line.Length > 7 ? Number(line[7]) : null,
                    Ordinal = n + 1,
                };
            }
        );

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static IReadOnlyList<string[]> Read()
    {
        using var reader = new StreamReader(
            typeof(StandardCommitteeKinds).Assembly.GetManifestResourceStream(
                "CoBuilding.Committees.standard-committee-kinds-and-quotas.tsv"
            )!
        );
        return
        [
            .. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(l => l[0] != '#').Select(l => l.Split('\t')),
        ];
    }
}
