using CoBuilding.Data;

namespace CoBuilding.Places.Workdays;

internal static class WorkdaysRules
{
    public static RuleBroken Overlaps() => new("Workdays.Overlaps", "FirstDay");

    public static RuleBroken NotUnderstood(string line) => new("Workdays.NotUnderstood", "Text", line);

    public static RuleBroken NothingFound() => new("Workdays.NothingFound", "Text");

    public static RuleBroken OfAnotherYear(int year) => new("Workdays.OfAnotherYear", "Text", year);

    public static RuleBroken EnteredOtherwise(string name) => new("Workdays.EnteredOtherwise", "Text", name);
}
