using CoBuilding.Access;
using CoBuilding.Contracts;

namespace CoBuilding.Meetings.Replies;

/// <summary>The calendar of an account: what the rooms enter in it, by time. Requested by calendar programs.</summary>
public sealed class SeeCalendar(Door door, IEnumerable<ICalendarEntries> rooms)
{
    private const int DaysBack = 180;

    public async Task<IReadOnlyList<CalendarEntry>> AskAsync(Scope scope, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.UseCalendarFeed, ct);
        List<CalendarEntry> entries = [];
        foreach (var room in rooms)
            entries.AddRange(await room.ReadAsync(db, db.Now.AddDays(-DaysBack), ct));
        return [.. entries.OrderBy(e => e.StartsAt).ThenBy(e => e.Id)];
    }
}
