using CoBuilding.Texts;

namespace CoBuilding.Minutes;

[TextsIn("Minutes")]
public enum CountersignAnswer
{
    NoObjection,
    Comments,
}
