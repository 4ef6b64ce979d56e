using CoBuilding.Texts;

namespace CoBuilding.Committees;

[TextsIn("Committees")]
public enum QuotaState
{
    None,
    Below,
    Within,
    Above,
}
