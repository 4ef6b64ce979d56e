using CoBuilding.Texts;

namespace CoBuilding.Places;

[TextsIn("Places")]
public enum PlaceLevel
{
    District,
    Street,
    Community,
}
