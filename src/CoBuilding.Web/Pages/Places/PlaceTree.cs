using CoBuilding.Places;
using CoBuilding.Places.Districts;
using CoBuilding.Texts;

namespace CoBuilding.Web.Pages.Places;

/// <summary>The district's places as the page shows them.</summary>
internal sealed class PlaceTree(IReadOnlyList<SeePlaces.Row> places)
{
    private readonly ILookup<Guid?, SeePlaces.Row> below = places.ToLookup(p => p.ParentId);

    public SeePlaces.Row Root { get; } = places.First(p => p.Level == PlaceLevel.District);
    public IReadOnlyList<SeePlaces.Row> Streets { get; } = [.. places.Where(p => p.Level == PlaceLevel.Street)];
    public int Communities { get; } = places.Count(p => p.Level == PlaceLevel.Community);

    public IReadOnlyList<SeePlaces.Row> Below(SeePlaces.Row place) => [.. below[place.Id]];

    /// <summary>By any part of its names, in pinyin or by initials too, or by the start of its code.</summary>
    public IReadOnlyList<SeePlaces.Row> Find(string needle) =>
        [
            .. places.Where(p =>
                p.FindKeys.Contains(Pinyin.Needle(needle), StringComparison.Ordinal) || p.Code.StartsWith(needle, StringComparison.Ordinal)
            ),
        ];
}
