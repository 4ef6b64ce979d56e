using CoBuilding.Data;

namespace CoBuilding.Meetings.Agendas;

internal static class TopicsRules
{
    public static RuleBroken IsSettled() => new("Topics.IsSettled");

    public static RuleBroken ReasonMissing() => new("Topics.ReasonMissing", "Answer");

    public static RuleBroken OtherMissing() => new("Topics.OtherMissing", "IntoId");

    public static RuleBroken OtherIsNoTopic() => new("Topics.OtherIsNoTopic", "IntoId");

    public static RuleBroken OthersAreMerged() => new("Topics.OthersAreMerged");

    public static RuleBroken NoticeIsOut() => new("Topics.NoticeIsOut");

    public static RuleBroken Unanswered(int count) => new("Topics.Unanswered", null, count);

    public static RuleBroken NotOnAgenda(string title) => new("Topics.NotOnAgenda", null, title);

    public static RuleBroken NotAccepted(string title) => new("Topics.NotAccepted", null, title);

    public static RuleBroken TooManyFiles(int most) => new("Topics.TooManyFiles", "File", most);

    public static RuleBroken TooMany() => new("Topics.TooMany");
}
