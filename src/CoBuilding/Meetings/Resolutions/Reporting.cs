using CoBuilding.Data;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Meetings.Resolutions;

internal static class Reporting
{
    /// <summary>The reports of a unit, in the order of its buttons.</summary>
    public static readonly IReadOnlyList<ResolutionDeed> Deeds =
        [ResolutionDeed.Acknowledged, ResolutionDeed.Progressed, ResolutionDeed.ReportedDone, ResolutionDeed.ProposedDay, ResolutionDeed.CannotBeDone];

    /// <summary>The resolution of which a unit's own people or the bearer of a link report: for which unit, and in which office.</summary>
    /// <param name="resolutionId">Null for a link, which is for one.</param>
    /// <exception cref="NotFound">There is none within reach, or the link's addressee holds that office no longer.</exception>
    public static async Task<(Resolution Resolution, Guid UnitId, bool IsLead, Acting Acting)> OfBearerAsync(PortalDb db, Guid? resolutionId, CancellationToken ct)
    {
        if (db.Who.Bearer is null && resolutionId is null) throw new NotFound();
        var led = await db.Resolutions.SingleOrDefaultAsync(r => r.LeadUnitId != null && (resolutionId == null || r.Id == resolutionId), ct);
        if (led is { LeadUnitId: { } lead }) return (led, lead, true, await UnitOffices.ActingLiftedAsync(db, lead, led.CommitteeId, ct));
        var unit = await db.AssistingUnits.Where(a => a.ResolutionId == resolutionId).OrderBy(a => a.Id).Select(a => (Guid?)a.UnitId).FirstOrDefaultAsync(ct) ?? throw new NotFound();
        var assisted = await AssistedLiftedAsync(db, resolutionId!.Value, ct);
        return (assisted, unit, false, await UnitOffices.ActingLiftedAsync(db, unit, assisted.CommitteeId, ct));
    }

    /// <summary>Lifted: a unit that assists reaches its own part; what it assists in is shared with it.</summary>
    private static Task<Resolution> AssistedLiftedAsync(PortalDb db, Guid resolutionId, CancellationToken ct) =>
        db.Resolutions.IgnoreQueryFilters([PortalDb.ReachFilter]).AsNoTracking().SingleAsync(r => r.Id == resolutionId, ct);
}
