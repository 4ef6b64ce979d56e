using CoBuilding.Texts;

namespace CoBuilding.Committees;

[TextsIn("Terms")]
public enum RenewalState
{
    Open,
    Convened,
    Cancelled,
}
