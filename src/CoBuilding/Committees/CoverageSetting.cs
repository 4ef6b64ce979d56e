using CoBuilding.Data;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Committees;

/// <summary>
/// Whether towns, townships and villages count where the coverage of streets and communities is shown. By default they do not.
/// </summary>
public sealed class CoverageSetting : Tenanted
{
    public required bool CountsTownsAndVillages { get; set; }

    internal static async Task<bool> ReadAsync(PortalDb db, CancellationToken ct) =>
        await db.CoverageSettings.AsNoTracking().Select(s => s.CountsTownsAndVillages).SingleOrDefaultAsync(ct);
}
