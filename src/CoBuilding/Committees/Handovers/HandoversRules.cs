using CoBuilding.Data;

namespace CoBuilding.Committees.Handovers;

internal static class HandoversRules
{
    public static RuleBroken SamePerson() => new("Handovers.SamePerson", "FollowerId");

    public static RuleBroken NothingToHandOver(string name) => new("Handovers.NothingToHandOver", "LeaverId", name);

    public static RuleBroken NotTheHolder(string name) => new("Handovers.NotTheHolder", "LeaverId", name);

    public static RuleBroken HoldsASeatThere(string name, string committee) =>
        new("Handovers.HoldsASeatThere", "FollowerId", name, committee);
}
