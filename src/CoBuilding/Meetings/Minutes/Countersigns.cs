using CoBuilding.Data;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Meetings.Minutes;

internal static class Countersigns
{
    /// <summary>What may be answered by link or by the unit's own people, with the minutes and for whom they act.</summary>
    /// <param name="countersignId">Null for a link, which is for one.</param>
    /// <exception cref="NotFound">There is none within reach, or the link's addressee holds that office no longer.</exception>
    public static async Task<(Countersign Countersign, MeetingMinutes Minutes, Acting Acting)> OfBearerAsync(PortalDb db, Guid? countersignId, CancellationToken ct)
    {
        if (db.Who.Bearer is null && countersignId is null) throw new NotFound();
        var countersign = await db.Countersigns.SingleOrDefaultAsync(c => countersignId == null || c.Id == countersignId, ct) ?? throw new NotFound();
        var minutes = await MinutesLiftedAsync(db, countersign.MinutesId, ct);
        return (countersign, minutes, await UnitOffices.ActingLiftedAsync(db, countersign.UnitId, minutes.CommitteeId, ct));
    }

    /// <summary>Lifted: a unit's person reaches what the unit is asked; the minutes are shared with all who were due.</summary>
    private static Task<MeetingMinutes> MinutesLiftedAsync(PortalDb db, Guid minutesId, CancellationToken ct) =>
        db.Minutes.IgnoreQueryFilters([PortalDb.ReachFilter]).AsNoTracking().SingleAsync(m => m.Id == minutesId, ct);

    /// <exception cref="RuleBroken">The minutes are no longer with the units, or with them in another round.</exception>
    public static void ExpectOpen(Countersign countersign, MeetingMinutes minutes)
    {
        minutes.ExpectCountersigning();
        if (countersign.Round != minutes.Round) throw MinutesRules.NotCountersigning();
    }
}
