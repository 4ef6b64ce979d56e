using System.Text.RegularExpressions;
using CoBuilding.Data;
using CoBuilding.Texts;

namespace CoBuilding.Places;

/// <summary>
/// Finds a place by its everyday or official name, alone or after its street's name. Messages are in the current language.
/// </summary>
internal sealed partial class PlaceFinder(IReadOnlyList<Place> places, Reach reach)
{
    private readonly Dictionary<Guid, Place> byId = places.ToDictionary(p => p.Id);
    private readonly ILookup<string, Place> byName = places
        .SelectMany(p => Spellings(p).Distinct().Select(s => (s, p)))
        .ToLookup(x => x.s, x => x.p);

    /// <param name="street">From a column of streets, where there is one.</param>
    /// <param name="text">A community or a street; null if only a street is given.</param>
    public (Place? Place, string? Problem) Find(string? street, string? text)
    {
        if (text is null && street is null)
            return (null, Wording.T("Importing.PlaceMissing"));
        var written = text ?? street!;
        var found = byName[Key(written)].ToList();
        if (text is not null && street is not null)
        {
            var streets = byName[Key(street)].Select(s => (Guid?)s.Id).ToHashSet();
            if (streets.Count == 0)
                return (null, Wording.T("Importing.PlaceUnknown", street));
            found = [.. found.Where(p => streets.Contains(p.ParentId) || streets.Contains(p.Id))];
            written = street + text;
        }
        if (found.Count == 0)
            return (null, Wording.T("Importing.PlaceUnknown", written));
        if (found.All(p => p.Level == PlaceLevel.District))
            return (null, Wording.T("Importing.PlaceIsDistrict", written));
        var within = found.Where(p => p.Level != PlaceLevel.District && (reach.Everything || reach.Places.Contains(p.Id))).ToList();
        return within.Count switch
        {
            0 => (null, Wording.T("Importing.PlaceOutside", written)),
            1 => (within[0], null),
            _ => (
                null,
                Wording.T(
                    "Importing.PlaceAmbiguous",
                    written,
                    string.Join(Wording.T("Importing.Separator"), within.Select(InFull)),
                    InFull(within[0])
                )
            ),
        };
    }

    /// <summary>The place above; for a street the district.</summary>
    public Guid? Above(Guid id) => byId[id].ParentId;

    public string NameOf(Guid id) => byId[id].Name;

    private static string InFull(Place place) => place.Level == PlaceLevel.Community ? place.ParentName + place.Name : place.Name;

    private static IEnumerable<string> Spellings(Place place)
    {
        foreach (var name in new[] { place.Name, place.OfficialName })
        {
            yield return Key(name);
            if (place.Level == PlaceLevel.Community)
                yield return Key(place.ParentName + name);
        }
    }

    private static string Key(string text) => Separators().Replace(SynonymFile.Key(text), "");

    [GeneratedRegex(@"[/\\>,\u3001\u00B7-]")]
    private static partial Regex Separators();
}
