using CoBuilding.Access;
using CoBuilding.Data;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Units;

/// <summary>The Units room's implementation of <see cref="ReadUnitNames"/> for <see cref="Accounts"/>.</summary>
internal static class NamesOfUnit
{
    public static async Task<IReadOnlyList<string>> ReadAsync(PortalDb db, Guid unitId, CancellationToken ct)
    {
        var unit = await db
            .Units.Lifted("name of the account's unit: nobody may choose it for a password")
            .AsNoTracking()
            .Where(u => u.Id == unitId)
            .Select(u => new { u.Name, u.ShortName })
            .SingleAsync(ct);
        return unit.ShortName is null ? [unit.Name] : [unit.Name, unit.ShortName];
    }
}
