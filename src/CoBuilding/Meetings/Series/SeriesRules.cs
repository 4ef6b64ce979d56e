using CoBuilding.Data;

namespace CoBuilding.Meetings.Series;

internal static class SeriesRules
{
    public static RuleBroken StopsBeforeItBegins() => new("Series.StopsBeforeItBegins", "On");

    public static RuleBroken BeginsBeforeTheBody(DateOnly established) => new("Series.BeginsBeforeTheBody", "BegunOn", established);

    public static RuleBroken WasHeld() => new("Series.WasHeld");

    public static RuleBroken NothingToPrepare() => new("Series.NothingToPrepare");
}
