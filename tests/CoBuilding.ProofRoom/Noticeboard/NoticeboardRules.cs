using CoBuilding.Data;

namespace CoBuilding.ProofRoom.Noticeboard;

internal static class NoticeboardRules
{
    public static RuleBroken IsTakenDown(string title) => new("Noticeboard.IsTakenDown", null, title);

    public static RuleBroken IsOver(DateOnly today) => new("Noticeboard.IsOver", "HangsUntil", today);
}
