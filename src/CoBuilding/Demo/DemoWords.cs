using CoBuilding.Places;
using CoBuilding.Units;

namespace CoBuilding.Demo;

/// <summary>The word lists beside this file, from which the invented names and topics are drawn.</summary>
internal static class DemoWords
{
    internal sealed record UnitTemplate(
        string Level,
        UnitKind Kind,
        string Name,
        string? ShortName,
        string? Superior,
        PartyOrganizationKind Party,
        string Head,
        string Liaison
    );

    private static readonly ILookup<string, string> Names = Read("names.tsv").ToLookup(c => c[0], c => c[1]);
    private static readonly ILookup<string, string> Phrases = Read("phrases.tsv").ToLookup(c => c[0], c => c[1]);
    private static readonly string[] Families = Names["family"].Single().Split(' ');
    private static readonly string[] Givens = Names["given"].Single().Split(' ');

    public static readonly IReadOnlyList<UnitTemplate> Units =
    [
        .. Read("units.tsv")
            .Where(c => c[0] != "brand")
            .Select(c => new UnitTemplate(
                c[0],
                Enum.Parse<UnitKind>(c[1]),
                c[2],
                Blank(c[3]),
                Blank(c[4]),
                Enum.Parse<PartyOrganizationKind>(c[5]),
                c[6],
                c[7]
            )),
    ];

    public static readonly IReadOnlyList<string> Brands = Read("units.tsv").Single(c => c[0] == "brand")[1].Split(' ');

    private static readonly ILookup<string, string> Large = Read("large.tsv").ToLookup(c => c[0], c => c[1]);

    /// <summary>Names for the large district: more than the demo's lists hold.</summary>
    public static readonly string LargeDistrict = Large["district"].Single();
    public static readonly IReadOnlyList<string> LargeStreets = Large["street"].Single().Split(' ');
    public static readonly IReadOnlyList<string> LargeCommunities =
    [
        .. from first in Large["first"].Single().Split(' ') from second in Large["second"].Single().Split(' ') select first + second,
    ];
    public static readonly IReadOnlyList<string> LargeBrands =
    [
        .. from first in Brands.Select(b => b[0]).Distinct()
        from second in Brands.Select(b => b[1]).Distinct()
        where first != second
        select $"{first}{second}",
    ];

    public static readonly IReadOnlyList<string> Topics =
    [
        .. new[] { "economy", "governance", "party", "service" }.SelectMany(k => Phrases[k]),
    ];

    public static IReadOnlyList<string> Of(string kind) => [.. Phrases[kind]];

    public static string Person(SeededRandom random) => random.Pick(Families) + random.Pick(Givens);

    /// <summary>The place's name without its ending, as used in unit names.</summary>
    public static string Stem(Place place)
    {
        foreach (var ending in (string[])["社区", "街道", "满族乡", "村", "镇", "乡"])
            if (place.Name.Length > ending.Length + 1 && place.Name.EndsWith(ending, StringComparison.Ordinal))
                return place.Name[..^ending.Length];
        return place.Name;
    }

    internal static Stream Open(string name) => typeof(DemoWords).Assembly.GetManifestResourceStream("CoBuilding.Demo." + name)!;

    private static List<string[]> Read(string name)
    {
        using var reader = new StreamReader(Open(name));
        return
        [
            .. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(l => l[0] != '#').Select(l => l.Split('\t')),
        ];
    }

    private static string? Blank(string cell) => cell.Length == 0 ? null : cell;
}
