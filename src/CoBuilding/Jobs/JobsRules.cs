using CoBuilding.Data;

namespace CoBuilding.Jobs;

internal static class JobsRules
{
    public static RuleBroken NothingToTryAgain() => new("Jobs.NothingToTryAgain");

    public static RuleBroken NothingToDismiss() => new("Jobs.NothingToDismiss");

    public static RuleBroken MayHaveArrived() => new("Jobs.MayHaveArrived", "MayArriveTwice");

    public static RuleBroken NotInDoubt() => new("Jobs.NotInDoubt");

    public static RuleBroken ChannelNotSet() => new("Jobs.ChannelNotSet");

    public static RuleBroken ChannelIsOff(string channel) => new("Jobs.ChannelIsOff", "Channels", channel);

    public static RuleBroken NeedsPortalAddress() => new("Jobs.NeedsPortalAddress");

    public static RuleBroken NeedsTls(string field) => new("Jobs.NeedsTls", field);

    public static RuleBroken PasswordStays() => new("Jobs.PasswordStays", "Password");

    public static RuleBroken KeyStays() => new("Jobs.KeyStays", "Password");

    public static RuleBroken HeadersStay() => new("Jobs.HeadersStay", "Headers");

    public static RuleBroken BodyStays() => new("Jobs.BodyStays", "Body");

    public static RuleBroken UrlNeeded() => new("Jobs.UrlNeeded", "Url");

    public static RuleBroken BodyLacksText() => new("Jobs.BodyLacksText", "Body", "{mobile}", "{text}");
}
