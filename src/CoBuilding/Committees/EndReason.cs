using CoBuilding.Texts;

namespace CoBuilding.Committees;

[TextsIn("Committees")]
public enum EndReason
{
    TermOver,
    PostChanged,
    Retired,
    Resigned,
    Released,
    UnitLeft,
    Other,
}
