using System.Globalization;
using CoBuilding.Data;
using CoBuilding.Places.Districts;
using CoBuilding.Texts;

namespace CoBuilding.Units;

/// <summary>The kinds with which a district begins: one for each standard kind, with the words by which people write it.</summary>
internal sealed class StandardUnitKinds : INewDistrictRows
{
    private static readonly Dictionary<UnitKind, string> Names = CultureScope.In(
        CultureInfo.GetCultureInfo("zh-CN"),
        () => Enum.GetValues<UnitKind>().ToDictionary(k => k, k => Wording.T(k))
    );

    public static string NameOf(UnitKind kind) => Names[kind];

    IEnumerable<Tenanted> INewDistrictRows.Make() => Rows();

    public static IEnumerable<DistrictUnitKind> Rows() =>
        Enum.GetValues<UnitKind>()
            .Select(
                (kind, n) =>
                    new DistrictUnitKind
                    {
                        Name = Names[kind],
                        Kind = kind,
                        Aliases = string.Join('\n', UnitKindWords.Of(kind).Where(w => w != Names[kind])),
                        Ordinal = n + 1,
                    }
            );
}
