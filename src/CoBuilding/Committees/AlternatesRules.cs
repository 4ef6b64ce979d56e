using CoBuilding.Data;

namespace CoBuilding.Committees;

internal static class AlternatesRules
{
    public static RuleBroken OnlyForUnits() => new("Alternates.OnlyForUnits");

    public static RuleBroken NotOfUnit(string name) => new("Alternates.NotOfUnit", "PersonId", name);

    public static RuleBroken HoldsTheSeat(string name) => new("Alternates.HoldsTheSeat", "PersonId", name);

    public static RuleBroken NobodyNamed() => new("Alternates.NobodyNamed");
}
