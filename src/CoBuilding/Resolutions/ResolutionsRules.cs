using CoBuilding.Data;

namespace CoBuilding.Resolutions;

internal static class ResolutionsRules
{
    public static RuleBroken IsClosed() => new("Resolutions.IsClosed");

    public static RuleBroken IsAbove() => new("Resolutions.IsAbove");

    public static RuleBroken NotAbove() => new("Resolutions.NotAbove");

    public static RuleBroken NotLevelAbove() => new("Resolutions.NotLevelAbove");

    public static RuleBroken NobodyAbove() => new("Resolutions.NobodyAbove");

    public static RuleBroken IsReportedDone() => new("Resolutions.IsReportedDone");

    public static RuleBroken NothingToContinue() => new("Resolutions.NothingToContinue");

    public static RuleBroken NotLater() => new("Resolutions.NotLater", "Deadline");

    public static RuleBroken DayHasPassed() => new("Resolutions.DayHasPassed", "Day");

    public static RuleBroken DeadlineHasPassed() => new("Resolutions.DayHasPassed", "Deadline");

    public static RuleBroken OnlyLead() => new("Resolutions.OnlyLead");

    public static RuleBroken NotWithUnit() => new("Resolutions.NotWithUnit");

    public static RuleBroken RemindedToday() => new("Resolutions.RemindedToday");

    public static RuleBroken LeadAssists() => new("Resolutions.LeadAssists", "AssistingUnitIds");

    public static RuleBroken NoUnitToLink() => new("Resolutions.NoUnitToLink");

    public static RuleBroken NotReminded() => new("Resolutions.NotReminded");

    public static RuleBroken NotYet() => new("Resolutions.NotYet", "On");
}
