using CoBuilding.Access;
using CoBuilding.Contracts;
using CoBuilding.Data;
using CoBuilding.Texts;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Meetings.Series;

public sealed class SeriesToDos : IToDos
{
    /// <summary>A period of a series whose meeting is to be prepared.</summary>
    public const string PrepareMeeting = nameof(PrepareMeeting);

    public Right Right => Right.CallMeetings;
    public IReadOnlyList<string> Kinds => [PrepareMeeting];

    /// <summary>
    /// At most one per series and period, until the last of the usual days. Periods and workdays are derived in memory
    /// (<see cref="SeriesPeriodLookup"/>), so the rows are sent as arrays and matched with their series.
    /// </summary>
    public async Task<IReadOnlyList<IQueryable<ToDo>>> RowsAsync(PortalDb db, CancellationToken ct)
    {
        var running = await ListSeries.Rows(db, new()).ToListAsync(ct);
        if (running.Count == 0)
            return [];
        var series = await ListSeries.WithPeriodsAsync(db, running, new DateOnly(db.Today.Year, 1, 1), ct);
        var due = series.SelectMany(r => r.Periods.Where(p => p.IsToPrepare).Select(p => (Series: r, Period: p))).ToList();
        if (due.Count == 0)
            return [];
        var today = db.Today;
        int[] lines = [.. Enumerable.Range(0, due.Count)];
        Guid[] ids = [.. due.Select(d => d.Series.Id)];
        string[] titles = [.. due.Select(d => d.Series.TitleOf(d.Period.Period))];
        string[] hosts = [.. due.Select(d => d.Series.Host)];
        DateOnly[] lastDays = [.. due.Select(d => d.Period.Last)];
        DateOnly[] firstDays = [.. due.Select(d => d.Period.Period.FirstDay)];
        return
        [
            db.MeetingSeries.SelectMany(s =>
                lines
                    .Where(n => ids[n] == s.Id)
                    .Select(n => new ToDo
                    {
                        Kind = PrepareMeeting,
                        SubjectId = s.Id,
                        Title = titles[n],
                        Host = hosts[n],
                        Deadline = ChinaTime.At(lastDays[n], new TimeOnly(17, 0)),
                        Count = 0,
                        IsOverdue = lastDays[n] < today,
                        OnlyWaits = false,
                        PeriodFrom = firstDays[n],
                    })
            ),
        ];
    }
}
