using CoBuilding.Data;

namespace CoBuilding.Committees.Groups;

internal static class GroupsRules
{
    public static RuleBroken SeatNotThere(string title) => new("Groups.SeatNotThere", "SeatIds", title);

    public static RuleBroken HasEnded(DateOnly on) => new("Groups.HasEnded", "On", on);

    public static RuleBroken EndsBeforeItBegins(DateOnly from) => new("Groups.EndsBeforeItBegins", "On", from);
}
