using CoBuilding.Data;

namespace CoBuilding.Meetings;

/// <summary>Common data of attendance marks: person, time, source, and reason if late.</summary>
/// <param name="IsAfterDay">The meeting's day is over: to mark or to change a mark then needs a reason.</param>
public sealed record AttendanceMark(string? By, DateTimeOffset At, PresenceSource Source, bool IsAfterDay, string? Reason)
{
    /// <summary>Null on the meeting's own day.</summary>
    /// <exception cref="RuleBroken">It is missing.</exception>
    public string? ReasonOrRefuse() => !IsAfterDay ? null : Reason ?? throw AttendanceRules.BackSigningNeedsReason();
}
