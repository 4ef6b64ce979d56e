using CoBuilding.Data;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Meetings.Minutes;

/// <summary>How this district writes minutes.</summary>
public sealed class MinutesSetting : Tenanted
{
    /// <summary>In which units are asked whether they object; silence afterwards is no objection.</summary>
    public required int CountersignWorkdays { get; set; }

    /// <summary>Whether items may bear counts of votes. Joint meetings usually agree without.</summary>
    public required bool CountsVotes { get; set; }

    /// <summary>Until the district sets its own.</summary>
    public static MinutesSetting Customary => new() { CountersignWorkdays = 5, CountsVotes = false };

    internal static async Task<MinutesSetting> ReadAsync(PortalDb db, CancellationToken ct) =>
        await db.MinutesSettings.AsNoTracking().SingleOrDefaultAsync(ct) ?? Customary;
}
