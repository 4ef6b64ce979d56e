using CoBuilding.Data;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Resolutions;

/// <summary>Open resolutions of bodies in agenda order; they are listed first on the next agenda.</summary>
internal static class UnclosedResolutions
{
    /// <summary>One statement, and one more where a lead resides beyond reach.</summary>
    public static async Task<IReadOnlyList<ListResolutions.Row>> OfAsync(
        PortalDb db,
        IReadOnlyList<Guid> committeeIds,
        CancellationToken ct
    ) => await ListResolutions.NamedAsync(db, await Rows(db, committeeIds).Take(ListQuestion.LargestPage).ToListAsync(ct), ct);

    public static Task<bool> AnyAsync(PortalDb db, IReadOnlyList<Guid> committeeIds, CancellationToken ct) =>
        Rows(db, committeeIds).AnyAsync(ct);

    private static IQueryable<ListResolutions.Row> Rows(PortalDb db, IReadOnlyList<Guid> committeeIds) =>
        ListResolutions.Rows(db, new()).Where(r => committeeIds.Contains(r.CommitteeId));
}
