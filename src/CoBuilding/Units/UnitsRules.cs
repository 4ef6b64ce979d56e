using CoBuilding.Data;

namespace CoBuilding.Units;

internal static class UnitsRules
{
    public static RuleBroken AlreadyEnded() => new("Units.AlreadyEnded");
    public static RuleBroken OutsideTerritory(string place) => new("Units.OutsideTerritory", "PlaceId", place);
    public static RuleBroken ResidesInStreet() => new("Units.ResidesInStreet", "PlaceId");
    public static RuleBroken PostEndsBeforeItBegins(DateOnly from) => new("Units.PostEndsBeforeItBegins", "On", from);
    public static RuleBroken NobodyThere() => new("Units.NobodyThere");
}
