namespace CoBuilding.Committees;

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
