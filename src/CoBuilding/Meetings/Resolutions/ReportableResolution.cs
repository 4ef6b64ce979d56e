using CoBuilding.Access;
using CoBuilding.Data;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Meetings.Resolutions;

internal static class ReportableResolution
{
    /// <summary>The resolution of which a unit's own people or the bearer of a link report: for which unit, and in which office.</summary>
    /// <param name="resolutionId">Null for a link, which is for one.</param>
    /// <exception cref="NotFound">There is none within reach, or the link's addressee no longer holds that function.</exception>
    public static async Task<(Resolution Resolution, Guid UnitId, bool IsLead, Acting Acting)> OfResponderAsync(
        PortalDb db,
        Guid? resolutionId,
        CancellationToken ct
    )
    {
        if (db.JournalActor.LinkHolder is not null)
            return await OfLinkAsync(db, resolutionId, ct);
        if (resolutionId is not { } id)
            throw new NotFound();
        var led = await db.Resolutions.SingleOrDefaultAsync(r => r.LeadUnitId != null && r.Id == id, ct);
        if (led is { LeadUnitId: { } lead })
            return (led, lead, true, await UnitRepresentatives.ActingLiftedAsync(db, lead, led.CommitteeId, ct));
        var unit =
            await db.AssistingUnits.Where(a => a.ResolutionId == id).OrderBy(a => a.Id).Select(a => (Guid?)a.UnitId).FirstOrDefaultAsync(ct)
            ?? throw new NotFound();
        var assisted = await AssistedLiftedAsync(db, id, ct);
        return (assisted, unit, false, await UnitRepresentatives.ActingLiftedAsync(db, unit, assisted.CommitteeId, ct));
    }

    /// <summary>A link is for one unit of one resolution.</summary>
    private static async Task<(Resolution Resolution, Guid UnitId, bool IsLead, Acting Acting)> OfLinkAsync(
        PortalDb db,
        Guid? resolutionId,
        CancellationToken ct
    )
    {
        var resolution =
            await db.Resolutions.SingleOrDefaultAsync(r => resolutionId == null || r.Id == resolutionId, ct) ?? throw new NotFound();
        var unit = await UnitOfLinkLiftedAsync(db, ct);
        return (
            resolution,
            unit,
            resolution.LeadUnitId == unit,
            await UnitRepresentatives.ActingLiftedAsync(db, unit, resolution.CommitteeId, ct)
        );
    }

    /// <summary>Lifted: a link reaches its subject but not its own row; only its unit is read.</summary>
    private static Task<Guid> UnitOfLinkLiftedAsync(PortalDb db, CancellationToken ct) =>
        db
            .Links.IgnoreQueryFilters([PortalDb.ReachFilter])
            .Where(l => l.Id == db.JournalActor.LinkId)
            .Select(l => l.UnitId!.Value)
            .SingleAsync(ct);

    /// <summary>Lifted: an assisting unit reaches its own part; the resolution is visible to it.</summary>
    private static Task<Resolution> AssistedLiftedAsync(PortalDb db, Guid resolutionId, CancellationToken ct) =>
        db.Resolutions.IgnoreQueryFilters([PortalDb.ReachFilter]).AsNoTracking().SingleAsync(r => r.Id == resolutionId, ct);
}
