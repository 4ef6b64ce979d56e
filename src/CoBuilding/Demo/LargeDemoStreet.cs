using System.Globalization;
using System.Text;
using CoBuilding.Places;

namespace CoBuilding.Demo;

/// <summary>A street of the large district with its units, drawn from the seed before the simulation.</summary>
internal sealed record LargeDemoStreet(
    Place Street,
    DemoUnit Host,
    IReadOnlyList<DemoUnit> Own,
    IReadOnlyList<LargeDemoStreet.Community> Communities
)
{
    internal sealed record Community(Place Place, IReadOnlyList<DemoUnit> Units);

    /// <summary>A code that no real district has.</summary>
    public const string Code = "990900";

    public int Units => 1 + Own.Count + Communities.Sum(c => c.Units.Count);

    /// <summary>The district's places: invented, each name once.</summary>
    public static IReadOnlyList<Place> Places(string seed, string district, LargeScale scale)
    {
        var random = new SeededRandom(seed, "large", "places");
        var streets = random.Some(scale.Streets, DemoWords.LargeStreets);
        var communities = random.Some(scale.Communities, DemoWords.LargeCommunities);
        var csv = new StringBuilder("code,name,level,parent_code\n").Append(
            CultureInfo.InvariantCulture,
            $"{Code},{district},district,9909\n"
        );
        for (int n = 0, named = 0; n < streets.Count; n++)
        {
            var street = $"{Code}{n + 1:000}";
            csv.Append(CultureInfo.InvariantCulture, $"{street},{streets[n]}街道,street,{Code}\n");
            for (var k = 1; k <= Share(scale.Communities, scale.Streets, n); k++)
                csv.Append(CultureInfo.InvariantCulture, $"{street}{k:000},{communities[named++]}社区居委会,community,{street}\n");
        }
        return PlaceFile.Read(new StringReader(csv.ToString())).PlacesOf(Code);
    }

    public static IReadOnlyList<LargeDemoStreet> Of(string seed, string district, IReadOnlyList<Place> places, LargeScale scale)
    {
        var communities = places.Where(p => p.Level == PlaceLevel.Community).ToLookup(p => p.ParentId);
        return
        [
            .. places
                .Where(p => p.Level == PlaceLevel.Street)
                .Select(
                    (street, n) =>
                        Draw(
                            new SeededRandom(seed, "large", street.Code),
                            district,
                            street,
                            [.. communities[street.Id]],
                            Share(scale.Units, scale.Streets, n)
                        )
                ),
        ];
    }

    private static LargeDemoStreet Draw(SeededRandom random, string district, Place street, IReadOnlyList<Place> communities, int units)
    {
        var brands = new Queue<string>(random.Some(units, DemoWords.LargeBrands));
        var host = DemoUnit.Draw(random, DemoWords.Units.Single(t => t.Level == "host"), street, street.Name, brands.Dequeue(), district);
        var own = DrawSome("street", street, Math.Min(12, (units - 1) / 6));
        var rest = units - 1 - own.Count;
        return new LargeDemoStreet(
            street,
            host,
            own,
            [.. communities.Select((c, n) => new Community(c, DrawSome("community", c, Share(rest, communities.Count, n))))]
        );

        IReadOnlyList<DemoUnit> DrawSome(string level, Place place, int count) =>
            [
                .. random
                    .Some(count, DemoWords.Units.Where(t => t.Level == level))
                    .Select(t => DemoUnit.Draw(random, t, place, DemoWords.Stem(place), brands.Dequeue(), district)),
            ];
    }

    /// <summary>The share of the n-th of several in a total.</summary>
    private static int Share(int of, int among, int n) => (of * (n + 1) / among) - (of * n / among);
}
