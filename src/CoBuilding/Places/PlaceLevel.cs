namespace CoBuilding.Places;

public enum PlaceLevel
{
    District,
    Street,
    Community,
}
