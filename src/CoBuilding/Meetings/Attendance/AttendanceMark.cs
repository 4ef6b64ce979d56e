using CoBuilding.Data;

namespace CoBuilding.Meetings.Attendance;

/// <summary>Who marks attendance, when, from what, and why so late.</summary>
/// <param name="IsAfterDay">The meeting's day is over: to mark or to change a mark then needs a reason.</param>
public sealed record AttendanceMark(string? By, DateTimeOffset At, PresenceSource Source, bool IsAfterDay, string? Reason)
{
    /// <summary>Null on the meeting's own day.</summary>
    /// <exception cref="RuleBroken">It is missing.</exception>
    public string? ReasonOrRefuse() => !IsAfterDay ? null : Reason ?? throw AttendanceRules.BackSigningNeedsReason();
}
