using CoBuilding.Data;

namespace CoBuilding.Minutes;

internal static class MinutesRules
{
    public static RuleBroken NotDrafting() => new("Minutes.NotDrafting");

    public static RuleBroken NotCountersigning() => new("Minutes.NotCountersigning");

    public static RuleBroken NotIssued() => new("Minutes.NotIssued");

    public static RuleBroken TermIsOver(DateOnly lastDay) => new("Minutes.TermIsOver", null, lastDay);

    public static RuleBroken UnitsStillAsked(DateOnly lastDay) => new("Minutes.UnitsStillAsked", null, lastDay);

    public static RuleBroken CommentsWait() => new("Minutes.CommentsWait");

    public static RuleBroken NoComments() => new("Minutes.NoComments");

    public static RuleBroken NotYet() => new("Minutes.NotYet", "IssuedOn");

    public static RuleBroken BeforeMeeting() => new("Minutes.BeforeMeeting", "IssuedOn");

    public static RuleBroken FactsMoved() => new("Minutes.FactsMoved");

    public static RuleBroken WasRevised() => new("Minutes.WasRevised");

    public static RuleBroken NothingWritten() => new("Minutes.NothingWritten");

    public static RuleBroken VotesAreNotCounted() => new("Minutes.VotesAreNotCounted", "VotesFor");

    public static RuleBroken NotIssuedToArchive() => new("Minutes.NotIssuedToArchive");

    public static RuleBroken ResolutionsAreOpen(int open) => new("Minutes.ResolutionsAreOpen", null, open);
}
