using CoBuilding.Data;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Places.Workdays;

/// <summary>The workdays of the district: the week, adjusted by public holidays and make-up workdays.</summary>
public sealed class WorkdayCalendar
{
    /// <summary>Only the normal week.</summary>
    public static readonly WorkdayCalendar WeekAlone = new([]);

    private readonly Dictionary<DateOnly, CalendarSpan> days = [];
    private readonly HashSet<int> years = [];

    public WorkdayCalendar(IEnumerable<CalendarSpan> spans)
    {
        foreach (var span in spans)
            for (var day = span.FirstDay; day <= span.LastDay; day = day.AddDays(1))
            {
                days[day] = span;
                years.Add(day.Year);
            }
    }

    /// <summary>The district's. One statement: some fifteen rows a year.</summary>
    public static async Task<WorkdayCalendar> ReadAsync(PortalDb db, CancellationToken ct) =>
        new(await db.CalendarSpans.AsNoTracking().Where(s => s.RemovedAt == null).ToListAsync(ct));

    /// <summary>Whether that year's holidays were entered; otherwise only its weekends are known.</summary>
    public bool Knows(int year) => years.Contains(year);

    public bool IsWorkday(DateOnly day) =>
        days.TryGetValue(day, out var span)
            ? span.Kind == SpanKind.Workdays
            : day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    /// <summary>The public holiday of that day; null on workdays and plain weekends.</summary>
    public string? HolidayOn(DateOnly day) => days.TryGetValue(day, out var span) && span.Kind == SpanKind.DaysOff ? span.Name : null;

    /// <summary>The day after the given number of workdays, including the first day if it is one.</summary>
    public DateOnly AfterWorkdays(DateOnly from, int workdays)
    {
        var day = from;
        for (var left = workdays; left > 0; day = day.AddDays(1))
            if (IsWorkday(day))
                left--;
        return day;
    }

    /// <summary>The day itself, or the next workday.</summary>
    public DateOnly WorkdayFrom(DateOnly day)
    {
        while (!IsWorkday(day))
            day = day.AddDays(1);
        return day;
    }

    /// <summary>The day itself, or the last workday before it.</summary>
    public DateOnly WorkdayUntil(DateOnly day)
    {
        while (!IsWorkday(day))
            day = day.AddDays(-1);
        return day;
    }
}
