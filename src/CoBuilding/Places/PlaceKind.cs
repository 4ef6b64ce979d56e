using CoBuilding.Texts;

namespace CoBuilding.Places;

/// <summary>What a place is by its official name.</summary>
[TextsIn("Places")]
public enum PlaceKind
{
    District,
    County,
    CountyCity,
    Street,
    Town,
    Township,
    Community,
    Village,
    Other,
}
