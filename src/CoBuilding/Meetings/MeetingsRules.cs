using CoBuilding.Data;

namespace CoBuilding.Meetings;

internal static class MeetingsRules
{
    public static RuleBroken IsCancelled() => new("Meetings.IsCancelled");

    public static RuleBroken IsWithdrawn() => new("Meetings.IsWithdrawn");

    public static RuleBroken IsPostponed() => new("Meetings.IsPostponed");

    public static RuleBroken HasBegun() => new("Meetings.HasBegun");

    public static RuleBroken IsWrittenUp() => new("Meetings.IsWrittenUp");

    public static RuleBroken NotBegun() => new("Meetings.NotBegun");

    public static RuleBroken WasNotified() => new("Meetings.WasNotified");

    public static RuleBroken NotNotified() => new("Meetings.NotNotified");

    public static RuleBroken StartHasPassed() => new("Meetings.StartHasPassed", "Day");

    public static RuleBroken NobodyInvited() => new("Meetings.NobodyInvited", "SeatIds");
}
