using CoBuilding.Data;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Meetings.Warnings;

/// <summary>From when on the district would rather not ask a unit again, or at so short notice. It warns and forbids nothing.</summary>
public sealed class MeetingWarningSetting : Tenanted
{
    public const int UsualRequests = 6;
    public const int UsualNoticeDays = 3;

    /// <summary>The days that requests are counted over.</summary>
    public const int Days = 90;

    /// <summary>Requests to one unit within those days: invitations, and people that were asked of it.</summary>
    public int MostRequests { get; set; } = UsualRequests;

    /// <summary>Days between the notice and the meeting.</summary>
    public int NoticeDays { get; set; } = UsualNoticeDays;

    internal static async Task<MeetingWarningSetting> ReadAsync(PortalDb db, CancellationToken ct) => await db.CallingSettings.AsNoTracking().SingleOrDefaultAsync(ct) ?? new();
}
