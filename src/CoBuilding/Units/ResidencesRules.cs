using CoBuilding.Data;

namespace CoBuilding.Units;

internal static class ResidencesRules
{
    public static RuleBroken LeavesBeforeItCame(DateOnly came) => new("Residences.LeavesBeforeItCame", "On", came);

    public static RuleBroken MovesNowhere(string place) => new("Residences.MovesNowhere", "PlaceId", place);

    public static RuleBroken MovesLater() => new("Residences.MovesLater", "On");

    public static RuleBroken HasLeft() => new("Residences.HasLeft");
}
