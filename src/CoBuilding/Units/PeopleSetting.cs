using CoBuilding.Data;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Units;

/// <summary>The district's default order of names, and how long mobile numbers are kept after a person's service.</summary>
public sealed class PeopleSetting : Tenanted
{
    public const int UsualDays = 30;

    public NameOrder Order { get; set; }

    /// <summary>Days after the last post and appointment for which the number stays.</summary>
    public int MobileKeptDays { get; set; } = UsualDays;

    internal static async Task<PeopleSetting> ReadAsync(PortalDb db, CancellationToken ct) =>
        await db.PeopleSettings.AsNoTracking().SingleOrDefaultAsync(ct) ?? new();

    /// <summary>What was asked for, or the district's own order.</summary>
    internal static async Task<NameOrder> OrderAsync(PortalDb db, NameOrder? asked, CancellationToken ct) =>
        asked ?? (await ReadAsync(db, ct)).Order;
}
