using CoBuilding.Texts;

namespace CoBuilding.Committees.Rosters;

[TextsIn("Committees")]
public enum QuotaState
{
    None,
    Below,
    Within,
    Above,
}
