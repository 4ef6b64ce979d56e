using CoBuilding.Data;

namespace CoBuilding.Units;

internal static class UnitsRules
{
    public static RuleBroken AlreadyEnded() => new("Units.AlreadyEnded");

    public static RuleBroken AbsorbedByNoOther(string unit) => new("Units.AbsorbedByNoOther", "IntoId", unit);

    public static RuleBroken OutsideTerritory(string place) => new("Units.OutsideTerritory", "PlaceId", place);

    public static RuleBroken ResidesInStreet() => new("Units.ResidesInStreet", "PlaceId");

    public static RuleBroken PostEndsBeforeItBegins(DateOnly from) => new("Units.PostEndsBeforeItBegins", "On", from);

    public static RuleBroken NotOfMilitary(string field) => new("Units.NotOfMilitary", field);

    public static RuleBroken NameMissing() => new("Units.NameMissing", "Name");

    public static RuleBroken NamesAreWithheld() => new("Units.NamesAreWithheld", "Name");

    public static RuleBroken KnownByName() => new("Units.KnownByName", "KnownPersonId");

    public static RuleBroken NobodyThere() => new("Units.NobodyThere");
}
