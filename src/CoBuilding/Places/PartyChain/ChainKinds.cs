namespace CoBuilding.Places.PartyChain;

public static class ChainKinds
{
    /// <summary>Whether such an organization may be the one that leads a place of this level.</summary>
    public static bool MayLead(this ChainKind kind, PlaceLevel level) =>
        level switch
        {
            PlaceLevel.Street => kind is ChainKind.WorkingCommittee or ChainKind.Committee,
            PlaceLevel.Community => kind is ChainKind.Committee or ChainKind.GeneralBranch or ChainKind.Branch,
            _ => false,
        };

    /// <summary>What usually leads such a place.</summary>
    public static ChainKind LeadingOf(PlaceLevel level, PlaceKind kind) =>
        (level, kind) switch
        {
            (PlaceLevel.Community, _) => ChainKind.GeneralBranch,
            (_, PlaceKind.Town or PlaceKind.Township) => ChainKind.Committee,
            _ => ChainKind.WorkingCommittee,
        };

    /// <summary>
    /// Whether it may be below that one. A committee may be below another only if that one leads the place, so cycles are impossible.
    /// </summary>
    public static bool MayStandBelow(this ChainKind kind, ChainKind superior, bool superiorLeads) =>
        kind.MayStandBelow(superior) && (kind != superior || superiorLeads);

    /// <summary>The kinds below which one may stand. Members meet in groups below a branch alone.</summary>
    public static bool MayStandBelow(this ChainKind kind, ChainKind superior) =>
        kind switch
        {
            ChainKind.WorkingCommittee => false,
            ChainKind.Committee => superior is ChainKind.WorkingCommittee or ChainKind.Committee,
            ChainKind.Group => superior is ChainKind.Branch,
            _ => superior < kind,
        };
}
