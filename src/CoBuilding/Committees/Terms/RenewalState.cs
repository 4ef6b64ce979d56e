using CoBuilding.Texts;

namespace CoBuilding.Committees.Terms;

[TextsIn("Terms")]
public enum RenewalState
{
    Open,
    Convened,
    Cancelled,
}
