using CoBuilding.Data;

namespace CoBuilding.Meetings.Messages;

internal static class SendingRules
{
    public static RuleBroken RemindersRest(TimeOnly from, TimeOnly until) => new("Sending.RemindersRest", null, from, until);

    public static RuleBroken RestDay() => new("Sending.RestDay");

    public static RuleBroken NobodyToRemind() => new("Sending.NobodyToRemind");

    public static RuleBroken NoChannelChosen() => new("Sending.NoChannelChosen", "Channels");
}
