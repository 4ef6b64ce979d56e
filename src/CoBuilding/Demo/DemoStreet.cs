using CoBuilding.Data;
using CoBuilding.Places;

namespace CoBuilding.Demo;

/// <summary>The plan of one street: its units, people and bodies. Drawn from the seed before the simulation.</summary>
internal sealed class DemoStreet
{
    internal sealed record CommunityPlan(
        Place Place,
        IReadOnlyList<DemoUnit> Units,
        DemoPerson Head,
        bool HasConsultation,
        bool HasBigParty
    );

    private static readonly string[] Titles = ["办事处主任", "党工委副书记", "组织委员"];

    private DemoStreet(SeededRandom random, District district, Place street, Scale scale, IReadOnlyList<Place> communities, int ordinal)
    {
        (District, Street, AllCommunities, IsRich, IsDemoStreet) = (district, street, communities, scale.IsRich, ordinal == 0);
        // Each brand once per street, so that unit names are distinct.
        var brands = new Queue<string>(random.Some(int.MaxValue, DemoWords.Brands));
        var stem = DemoWords.Stem(street);
        Host = Draw(random, DemoWords.Units.Single(t => t.Level == "host"), street, street.Name, brands.Dequeue());
        HostPeople = [.. Titles.Select(t => DemoPerson.Draw(random, t))];

        // The unit of the accounts "secretary" and "liaison" is the first one.
        List<DemoUnit> own = IsDemoStreet
            ? [Draw(random, DemoWords.Units.Single(t => t.Level == "demo"), street, stem, brands.Dequeue())]
            : [];
        own.AddRange(DrawSome(random, brands, "street", street, scale.IsRich ? random.Between(2, 4) : 4));
        Own = own;
        Communities =
        [
            .. random
                .Some(scale.Communities, communities)
                .OrderBy(c => c.Code, StringComparer.Ordinal)
                .Select(
                    (c, n) =>
                        new CommunityPlan(
                            c,
                            DrawSome(random, brands, "community", c, random.Between(scale.UnitsLeast, scale.UnitsMost)),
                            DemoPerson.Draw(random, c.Name + "党组织书记"),
                            HasConsultation: random.Chance(80) || n == 0,
                            HasBigParty: random.Chance(65) || n == 0
                        )
                ),
        ];

        var isStreet = street.Kind != PlaceKind.Other;
        HasCoordination = isStreet || !scale.IsRich;
        HasBigWorking = !scale.IsRich || (isStreet && ordinal % 8 != 5);
        // Dalian's range is eight to ten: some streets are below it, one above.
        BigWorkingSeats =
            !scale.IsRich || IsDemoStreet
                ? 9
                : ordinal switch
                {
                    3 => 6,
                    7 => 7,
                    9 => 11,
                    _ => random.Between(8, 10),
                };
    }

    public District District { get; }
    public Place Street { get; }
    public IReadOnlyList<Place> AllCommunities { get; }
    public bool IsRich { get; }

    /// <summary>The street of the accounts <c>street</c>, <c>community</c>, <c>liaison</c> and <c>secretary</c>.</summary>
    public bool IsDemoStreet { get; }
    public DemoUnit Host { get; }
    public IReadOnlyList<DemoPerson> HostPeople { get; }
    public IReadOnlyList<DemoUnit> Own { get; }
    public IReadOnlyList<CommunityPlan> Communities { get; }
    public bool HasCoordination { get; }
    public bool HasBigWorking { get; }
    public int BigWorkingSeats { get; }
    public IEnumerable<DemoUnit> Units => Own.Concat(Communities.SelectMany(c => c.Units));

    /// <summary>The streets of a district, the demo accounts' own first, <c>street2</c>'s second.</summary>
    public static IReadOnlyList<DemoStreet> OfDistrict(
        string seed,
        District district,
        IReadOnlyList<Place> places,
        string? first,
        Scale scale
    )
    {
        var communities = places.Where(p => p.Level == PlaceLevel.Community).ToLookup(p => p.ParentId);
        return
        [
            .. places
                .Where(p => p.Level == PlaceLevel.Street && communities[p.Id].Count() >= 3)
                .OrderByDescending(p => p.Name == first)
                .ThenBy(p => p.Code, StringComparer.Ordinal)
                .Take(scale.Streets)
                .Select(
                    (p, n) => new DemoStreet(new SeededRandom(seed, district.Slug, p.Code), district, p, scale, [.. communities[p.Id]], n)
                ),
        ];
    }

    private List<DemoUnit> DrawSome(SeededRandom random, Queue<string> brands, string level, Place place, int count) =>
        [
            .. random
                .Some(count, DemoWords.Units.Where(t => t.Level == level))
                .Select(t => Draw(random, t, place, DemoWords.Stem(place), brands.Dequeue())),
        ];

    private DemoUnit Draw(SeededRandom random, DemoWords.UnitTemplate template, Place place, string stem, string brand) =>
        DemoUnit.Draw(random, template, place, stem, brand, District.Name);
}
