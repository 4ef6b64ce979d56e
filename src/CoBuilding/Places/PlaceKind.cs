namespace CoBuilding.Places;

/// <summary>What a place is by its official name.</summary>
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
