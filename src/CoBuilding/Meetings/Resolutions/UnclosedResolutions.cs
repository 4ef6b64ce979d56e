using CoBuilding.Data;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Meetings.Resolutions;

/// <summary>What bodies agreed earlier and is still open, in the order in which their next meeting looks at it: it comes first on the agenda by itself.</summary>
internal static class UnclosedResolutions
{
    /// <summary>One statement, and one more where a lead resides beyond reach.</summary>
    public static async Task<IReadOnlyList<ListResolutions.Row>> OfAsync(PortalDb db, IReadOnlyList<Guid> committeeIds, CancellationToken ct) =>
        await ListResolutions.NamedAsync(db, await Rows(db, committeeIds).Take(ListQuestion.LargestPage).ToListAsync(ct), ct);

    public static Task<bool> AnyAsync(PortalDb db, IReadOnlyList<Guid> committeeIds, CancellationToken ct) => Rows(db, committeeIds).AnyAsync(ct);

    private static IQueryable<ListResolutions.Row> Rows(PortalDb db, IReadOnlyList<Guid> committeeIds) => ListResolutions.Rows(db, new()).Where(r => committeeIds.Contains(r.CommitteeId));
}
