using CoBuilding.Data;

namespace CoBuilding.Committees.Consortiums;

internal static class ConsortiumsRules
{
    public static RuleBroken OnlyConsortiums() => new("Consortiums.OnlyConsortiums");
}
