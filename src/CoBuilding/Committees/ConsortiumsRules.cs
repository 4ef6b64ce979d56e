using CoBuilding.Data;

namespace CoBuilding.Committees;

internal static class ConsortiumsRules
{
    public static RuleBroken OnlyConsortiums() => new("Consortiums.OnlyConsortiums");
}
