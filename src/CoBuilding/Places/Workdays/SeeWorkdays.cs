using CoBuilding.Access;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Places.Workdays;

/// <summary>A year's days off and moved workdays, by day.</summary>
public sealed class SeeWorkdays(Door door)
{
    /// <param name="Year">The current one where none was asked for.</param>
    public sealed record Answer(int Year, IReadOnlyList<Row> Rows);

    public sealed record Row(Guid Id, SpanKind Kind, string Name, DateOnly FirstDay, DateOnly LastDay, string? Source, long RowVersion)
    {
        public int Days => LastDay.DayNumber - FirstDay.DayNumber + 1;
    }

    public async Task<Answer> AskAsync(Scope scope, int? year, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.SeePlaces, ct);
        var asked = Math.Clamp(year ?? db.Today.Year, 2000, 2199);
        var (first, last) = (new DateOnly(asked, 1, 1), new DateOnly(asked, 12, 31));
        var rows = await db
            .CalendarSpans.AsNoTracking()
            .Where(s => s.RemovedAt == null && s.FirstDay <= last && s.LastDay >= first)
            .OrderBy(s => s.FirstDay)
            .Select(s => new Row(s.Id, s.Kind, s.Name, s.FirstDay, s.LastDay, s.Source, s.RowVersion))
            .ToListAsync(ct);
        return new Answer(asked, rows);
    }
}
