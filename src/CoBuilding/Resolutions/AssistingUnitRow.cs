using CoBuilding.Data;
using CoBuilding.Units;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Resolutions;

/// <summary>A unit that assists in a resolution.</summary>
internal sealed record AssistingUnitRow(Guid ResolutionId, Guid UnitId, string Name)
{
    /// <summary>By name: recorded in one moment, they have no other order.</summary>
    public static async Task<IReadOnlyList<AssistingUnitRow>> OfAsync(
        PortalDb db,
        IReadOnlyCollection<Guid> resolutionIds,
        CancellationToken ct
    ) =>
        await db
            .AssistingUnits.Lifted("names of the units that assist, wherever they reside, for readers of the resolution")
            .Where(a => resolutionIds.Contains(a.ResolutionId))
            .Join(db.Units, a => a.UnitId, u => u.Id, (a, u) => new { a, u })
            .OrderBy(x => x.u.SortKey)
            .ThenBy(x => x.u.Id)
            .Select(x => new AssistingUnitRow(x.a.ResolutionId, x.u.Id, x.u.Name))
            .ToListAsync(ct);
}
