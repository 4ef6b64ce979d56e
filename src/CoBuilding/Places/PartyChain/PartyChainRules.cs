using CoBuilding.Data;

namespace CoBuilding.Places.PartyChain;

internal static class PartyChainRules
{
    public static RuleBroken HasNoChain() => new("PartyChain.HasNoChain", "PlaceId");

    public static RuleBroken CannotLead(string place) => new("PartyChain.CannotLead", "Kind", place);

    public static RuleBroken SuperiorElsewhere(string place) => new("PartyChain.SuperiorElsewhere", "SuperiorId", place);

    public static RuleBroken SuperiorHasEnded(DateOnly on) => new("PartyChain.SuperiorHasEnded", "SuperiorId", on);

    public static RuleBroken SuperiorOfWrongKind(string superior) => new("PartyChain.SuperiorOfWrongKind", "SuperiorId", superior);

    public static RuleBroken SubordinateOfWrongKind(string subordinate) => new("PartyChain.SubordinateOfWrongKind", "Kind", subordinate);

    public static RuleBroken HasSubordinates(int count) => new("PartyChain.HasSubordinates", "On", count);

    public static RuleBroken AlreadyEnded(DateOnly on) => new("PartyChain.AlreadyEnded", "On", on);

    public static RuleBroken EndsBeforeItBegins(DateOnly from) => new("PartyChain.EndsBeforeItBegins", "On", from);

    public static RuleBroken CountedAhead() => new("PartyChain.CountedAhead", "AsOf");

    public static RuleBroken NotThereThen(string name) => new("PartyChain.NotThereThen", "AsOf", name);
}
