using CoBuilding.Data;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Meetings.Calling;

/// <summary>The district's limits for warnings about frequent requests and short notice. They only warn.</summary>
public sealed class MeetingWarningSetting : Tenanted
{
    public const int UsualRequests = 6;
    public const int UsualNoticeDays = 3;

    /// <summary>The days that requests are counted over.</summary>
    public const int Days = 90;

    /// <summary>The maximum number of requests to one unit within those days (<see cref="Contracts.IRequestsToUnits"/>).</summary>
    public int MostRequests { get; set; } = UsualRequests;

    /// <summary>Days between the notice and the meeting.</summary>
    public int NoticeDays { get; set; } = UsualNoticeDays;

    internal static async Task<MeetingWarningSetting> ReadAsync(PortalDb db, CancellationToken ct) =>
        await db.CallingSettings.AsNoTracking().SingleOrDefaultAsync(ct) ?? new();
}
