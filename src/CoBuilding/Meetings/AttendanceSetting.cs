using CoBuilding.Data;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Meetings;

/// <summary>The district's policy on substitutes and leave. A meeting keeps the policy of the time of its notice.</summary>
public sealed class AttendanceSetting : Tenanted
{
    public required SubstitutePolicy Substitutes { get; set; }

    /// <summary>Leave needs consent; otherwise it is only reported.</summary>
    public required bool AsksLeave { get; set; }

    /// <summary>The default until the district sets its own.</summary>
    public static AttendanceSetting Customary => new() { Substitutes = SubstitutePolicy.Free, AsksLeave = false };

    public static async Task<AttendanceSetting> ReadAsync(PortalDb db, CancellationToken ct) =>
        await db.AttendanceSettings.AsNoTracking().SingleOrDefaultAsync(ct) ?? Customary;
}
