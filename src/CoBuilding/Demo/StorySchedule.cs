using CoBuilding.Places.Workdays;
using CoBuilding.Texts;

namespace CoBuilding.Demo;

/// <summary>A queue of simulated events, carried out in order of time; an event may plan later ones.</summary>
internal sealed class StorySchedule(MovingClock clock)
{
    private readonly PriorityQueue<Func<CancellationToken, Task>, (DateTimeOffset At, int Ordinal)> events = new();
    private int planned;

    public MovingClock Clock => clock;
    public DateTimeOffset Present => clock.Present;
    public DateOnly Today => clock.Present.ChinaDate();

    /// <summary>Plans an event. Events after the real time are dropped.</summary>
    public void At(DateTimeOffset moment, Func<CancellationToken, Task> happens)
    {
        if (moment <= clock.Present)
            events.Enqueue(happens, (moment, planned++));
    }

    /// <summary>Carries out all events.</summary>
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

    /// <summary>The day itself, or the next one that is neither on a weekend nor in a long public holiday.</summary>
    public static DateOnly Workday(DateOnly day)
    {
        while (IsOff(day))
            day = day.AddDays(1);
        return day;
    }

    /// <summary>The day itself, or the last workday before it.</summary>
    public static DateOnly WorkdayBefore(DateOnly day)
    {
        while (IsOff(day))
            day = day.AddDays(-1);
        return day;
    }

    private static bool IsOff(DateOnly day) =>
        StandardHolidays.Calendar.HolidayOn(day) is not null
        || day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday
        || (day.Month, day.Day) is (1, 1) or (5, <= 5) or (10, <= 7)
        || IsSpringFestival(day);

    private static bool IsSpringFestival(DateOnly day)
    {
        var at = day.ToDateTime(TimeOnly.MinValue).AddDays(1);
        return Lunar.GetMonth(at) == 1 && Lunar.GetDayOfMonth(at) <= 8;
    }

    private static readonly System.Globalization.ChineseLunisolarCalendar Lunar = new();
}
