using CoBuilding.Data;
using CoBuilding.Places.Workdays;

namespace CoBuilding.Demo;

/// <summary>The time in a story that is being lived through: it moves forward when told, and never beyond the real present.</summary>
internal sealed class MovingClock(DateTimeOffset start, DateTimeOffset present) : TimeProvider
{
    private DateTimeOffset now = start;

    public DateTimeOffset Present => present;

    public override DateTimeOffset GetUtcNow() => now;

    /// <summary>Goes on to a moment; what lies behind or beyond the present leaves the clock where it is.</summary>
    public void MoveTo(DateTimeOffset moment)
    {
        if (moment > now && moment <= present) now = moment;
    }

    /// <summary>A clerk takes a few seconds for each thing.</summary>
    public void Tick() => MoveTo(now.AddSeconds(4));
}

/// <summary>What happens in a story, carried out in the order of time; an event may plan later ones.</summary>
internal sealed class StorySchedule(MovingClock clock)
{
    private readonly PriorityQueue<Func<CancellationToken, Task>, (DateTimeOffset At, int Ordinal)> events = new();
    private int planned;

    public MovingClock Clock => clock;
    public DateTimeOffset Present => clock.Present;
    public DateOnly Today => clock.Present.ChinaDate();

    /// <summary>Plans an event. One that lies beyond the present has not happened.</summary>
    public void At(DateTimeOffset moment, Func<CancellationToken, Task> happens)
    {
        if (moment <= clock.Present) events.Enqueue(happens, (moment, planned++));
    }

    /// <summary>Lives through all of it.</summary>
    public async Task PassAsync(CancellationToken ct)
    {
        while (events.TryDequeue(out var happens, out var due))
        {
            ct.ThrowIfCancellationRequested();
            clock.MoveTo(due.At);
            await happens(ct);
        }
        clock.MoveTo(clock.Present);
    }

    /// <summary>The day itself, or the next one that is neither of a weekend nor of a long public holiday.</summary>
    public static DateOnly Workday(DateOnly day)
    {
        while (IsOff(day)) day = day.AddDays(1);
        return day;
    }

    /// <summary>The day itself, or the last one before it on which people work.</summary>
    public static DateOnly WorkdayBefore(DateOnly day)
    {
        while (IsOff(day)) day = day.AddDays(-1);
        return day;
    }

    private static bool IsOff(DateOnly day) =>
        StandardHolidays.Calendar.HolidayOn(day) is not null || day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || (day.Month, day.Day) is (1, 1) or (5, <= 5) or (10, <= 7) || IsSpringFestival(day);

    private static bool IsSpringFestival(DateOnly day)
    {
        var at = day.ToDateTime(TimeOnly.MinValue).AddDays(1);
        return Lunar.GetMonth(at) == 1 && Lunar.GetDayOfMonth(at) <= 8;
    }

    private static readonly System.Globalization.ChineseLunisolarCalendar Lunar = new();
}
