using CoBuilding.Data;

namespace CoBuilding.Meetings.Agendas;

internal static class PlansRules
{
    public static RuleBroken IsOver() => new("Plans.IsOver");

    public static RuleBroken DeadlineHasPassed() => new("Plans.DeadlineHasPassed", "UntilDay");

    public static RuleBroken DeadlineAfterMeeting(string field) => new("Plans.DeadlineAfterMeeting", field);

    public static RuleBroken NotCollecting() => new("Plans.NotCollecting");

    public static RuleBroken MergedIntoItself() => new("Plans.MergedIntoItself", "IntoId");

    public static RuleBroken BodyOutOfPlace(string body) => new("Plans.BodyOutOfPlace", "IntoId", body);

    public static RuleBroken OthersJoined() => new("Plans.OthersJoined", "IntoId");

    public static RuleBroken NobodyToAsk() => new("Plans.NobodyToAsk");
}
