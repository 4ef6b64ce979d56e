using CoBuilding.Contracts;
using CoBuilding.Data;
using CoBuilding.Places;
using CoBuilding.Texts;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.ProofRoom.Noticeboard;

/// <summary>The last day of each notice.</summary>
internal sealed class NoticeCalendarEntries : ICalendarEntries
{
    private const int Most = 100;

    public async Task<IReadOnlyList<CalendarEntry>> ReadAsync(PortalDb db, DateTimeOffset since, CancellationToken ct)
    {
        var (day, places) = (since.ChinaDate(), db.Places);
        var found = await db
            .Notices.AsNoTracking()
            .Where(n => n.HangsUntil > day)
            .OrderByDescending(n => n.HangsUntil)
            .ThenBy(n => n.Id)
            .Select(n => new { n, Place = places.Where(p => p.Id == n.PlaceId).Select(p => p.Name).First() })
            .Take(Most)
            .ToListAsync(ct);
        return
        [
            .. found.Select(x => new CalendarEntry(
                x.n.Id,
                x.n.RowVersion,
                x.n.HungAt,
                x.Place,
                x.n.Title,
                ChinaTime.At(x.n.HangsUntil, TimeOnly.MinValue),
                ChinaTime.At(x.n.HangsUntil.AddDays(1), TimeOnly.MinValue),
                x.Place,
                Wording.T("Noticeboard.LastDay"),
                IsCalledOff: x.n.State == NoticeState.TakenDown
            )),
        ];
    }
}
