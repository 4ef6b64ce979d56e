using CoBuilding.Data;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Minutes;

/// <summary>The district's settings for minutes.</summary>
public sealed class MinutesSetting : Tenanted
{
    /// <summary>The workdays for countersigning; no answer afterwards is no objection.</summary>
    public required int CountersignWorkdays { get; set; }

    /// <summary>Whether votes can be recorded for items.</summary>
    public required bool CountsVotes { get; set; }

    /// <summary>The default until the district sets its own.</summary>
    public static MinutesSetting Customary => new() { CountersignWorkdays = 5, CountsVotes = false };

    internal static async Task<MinutesSetting> ReadAsync(PortalDb db, CancellationToken ct) =>
        await db.MinutesSettings.AsNoTracking().SingleOrDefaultAsync(ct) ?? Customary;
}
