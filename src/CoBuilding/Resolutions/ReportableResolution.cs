using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Meetings;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Resolutions;

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
            return (led, lead, true, await UnitRepresentatives.ActingAsync(db, lead, led.CommitteeId, ct));
        var unit =
            await db.AssistingUnits.Where(a => a.ResolutionId == id).OrderBy(a => a.Id).Select(a => (Guid?)a.UnitId).FirstOrDefaultAsync(ct)
            ?? throw new NotFound();
        var assisted = await AssistedAsync(db, id, ct);
        return (assisted, unit, false, await UnitRepresentatives.ActingAsync(db, unit, assisted.CommitteeId, ct));
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
        var unit = await UnitOfLinkAsync(db, ct);
        return (
            resolution,
            unit,
            resolution.LeadUnitId == unit,
            await UnitRepresentatives.ActingAsync(db, unit, resolution.CommitteeId, ct)
        );
    }

    private static Task<Guid> UnitOfLinkAsync(PortalDb db, CancellationToken ct) =>
        db
            .Links.Lifted("the unit of the link in use: a link reaches its subject, not its own row")
            .Where(l => l.Id == db.JournalActor.LinkId)
            .Select(l => l.UnitId!.Value)
            .SingleAsync(ct);

    private static Task<Resolution> AssistedAsync(PortalDb db, Guid resolutionId, CancellationToken ct) =>
        db
            .Resolutions.Lifted("the resolution in which a unit within reach assists")
            .AsNoTracking()
            .SingleAsync(r => r.Id == resolutionId, ct);
}
