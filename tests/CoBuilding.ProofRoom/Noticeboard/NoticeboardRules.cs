using CoBuilding.Data;

namespace CoBuilding.ProofRoom.Noticeboard;

internal static class NoticeboardRules
{
    public static RuleBroken IsTakenDown(string title) => new("Noticeboard.IsTakenDown", null, title);

    public static RuleBroken IsOver(DateOnly today) => new("Noticeboard.IsOver", "HangsUntil", today);

    public static RuleBroken UnitHasNotices(string unit) => new("Noticeboard.UnitHasNotices", null, unit);

    public static RuleBroken PersonHasNotices(string person) => new("Noticeboard.PersonHasNotices", null, person);
}
