using CoBuilding.Access;
using CoBuilding.Data;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Units;

/// <summary>The Units room's implementation of <see cref="ReadUnitNames"/> for <see cref="Accounts"/>.</summary>
internal static class NamesOfUnit
{
    /// <summary>Lifted: a person who sets a password for a unit's account reaches only that account.</summary>
    public static async Task<IReadOnlyList<string>> ReadLiftedAsync(PortalDb db, Guid unitId, CancellationToken ct)
    {
        var unit = await db
            .Units.IgnoreQueryFilters([PortalDb.ReachFilter])
            .AsNoTracking()
            .Where(u => u.Id == unitId)
            .Select(u => new { u.Name, u.ShortName })
            .SingleAsync(ct);
        return unit.ShortName is null ? [unit.Name] : [unit.Name, unit.ShortName];
    }
}
