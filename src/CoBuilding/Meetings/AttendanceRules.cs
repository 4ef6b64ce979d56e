using CoBuilding.Data;

namespace CoBuilding.Meetings;

internal static class AttendanceRules
{
    public static RuleBroken NoSubstitutes() => new("Attendance.NoSubstitutes", "Reply");

    public static RuleBroken SubstituteIsInvited(string name) => new("Attendance.SubstituteIsInvited", "SubstituteName", name);

    public static RuleBroken NeverSubstitutes() => new("Attendance.NeverSubstitutes");

    public static RuleBroken NothingToDecide() => new("Attendance.NothingToDecide");

    public static RuleBroken LateDecisionNeedsWords() => new("Attendance.LateDecisionNeedsWords", "Words");

    public static RuleBroken BackSigningNeedsReason() => new("Attendance.BackSigningNeedsReason", "Reason");

    public static RuleBroken NobodyForGuests() => new("Attendance.NobodyForGuests");

    public static RuleBroken IsMarked() => new("Attendance.IsMarked");

    public static RuleBroken GuestIsMarked() => new("Attendance.GuestIsMarked");

    public static RuleBroken GuestIsInvited(string name) => new("Attendance.GuestIsInvited", "GuestName", name);
}
