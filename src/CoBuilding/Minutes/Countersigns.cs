using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Meetings;
using CoBuilding.Texts;
using CoBuilding.Units;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Minutes;

internal static class Countersigns
{
    /// <summary>
    /// The countersign request that can be answered by link or by the unit's people, with the minutes and for whom they act.
    /// </summary>
    /// <param name="countersignId">Null for a link, which is for one.</param>
    /// <exception cref="NotFound">There is none within reach, or the link's addressee no longer holds that function.</exception>
    public static async Task<(Countersign Countersign, MeetingMinutes Minutes, Acting Acting)> OfResponderAsync(
        PortalDb db,
        Guid? countersignId,
        CancellationToken ct
    )
    {
        if (db.JournalActor.LinkHolder is null && countersignId is null)
            throw new NotFound();
        var countersign =
            await db.Countersigns.SingleOrDefaultAsync(c => countersignId == null || c.Id == countersignId, ct) ?? throw new NotFound();
        var minutes = await MinutesAsync(db, countersign.MinutesId, ct);
        // A page from an earlier round leads to the current one.
        if (countersign.CountersignRound != minutes.CountersignRound)
            countersign =
                await db.Countersigns.SingleOrDefaultAsync(
                    c => c.MinutesId == minutes.Id && c.UnitId == countersign.UnitId && c.CountersignRound == minutes.CountersignRound,
                    ct
                ) ?? countersign;
        return (countersign, minutes, await UnitRepresentatives.ActingAsync(db, countersign.UnitId, minutes.CommitteeId, ct));
    }

    /// <summary>Who was asked in this round.</summary>
    public static Task<List<Countersign>> OfRoundAsync(PortalDb db, MeetingMinutes minutes, CancellationToken ct) =>
        db.Countersigns.Where(c => c.MinutesId == minutes.Id && c.CountersignRound == minutes.CountersignRound).ToListAsync(ct);

    public static IQueryable<ResidentUnit> Units(PortalDb db) =>
        db.Units.AsNoTracking().Lifted("names of the units that were asked about minutes, wherever they reside by now");

    /// <summary>Links of earlier rounds lead to this one and end with its term, so that old messages show the current text.</summary>
    public static async Task LeadLinksOnAsync(
        PortalDb db,
        MeetingMinutes minutes,
        IReadOnlyCollection<Countersign> asked,
        CancellationToken ct
    )
    {
        var now = asked.ToDictionary(c => c.UnitId, c => c.Id);
        foreach (
            var link in await db
                .Links.Where(l => l.WithinId == minutes.Id && l.Right == Right.CountersignMinutes && l.RevokedAt == null)
                .ToListAsync(ct)
        )
            if (link.UnitId is { } unit && now.TryGetValue(unit, out var id))
                (link.SubjectId, link.ExpiresAt) = (id, EndOf(minutes));
    }

    /// <summary>When links to answer end.</summary>
    public static DateTimeOffset EndOf(MeetingMinutes minutes) => ChinaTime.At(minutes.CountersignUntil!.Value, TimeOnly.MinValue);

    private static Task<MeetingMinutes> MinutesAsync(PortalDb db, Guid minutesId, CancellationToken ct) =>
        db
            .Minutes.Lifted("the minutes, for the people of a unit that was asked about them")
            .AsNoTracking()
            .SingleAsync(m => m.Id == minutesId, ct);

    /// <exception cref="RuleBroken">The minutes are no longer being countersigned, or in another round.</exception>
    public static void ExpectOpen(Countersign countersign, MeetingMinutes minutes)
    {
        minutes.ExpectCountersigning();
        if (countersign.CountersignRound != minutes.CountersignRound)
            throw MinutesRules.NotCountersigning();
    }
}
