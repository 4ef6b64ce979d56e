namespace CoBuilding.Meetings.Calling;

/// <summary>The days that a new form offers where nobody has chosen any; each can be changed. All in China.</summary>
public static class ProposedDays
{
    /// <summary>A meeting that nobody planned is called for a week from now.</summary>
    public static DateOnly Meeting(DateOnly today) => today.AddDays(7);

    /// <summary>Two days are left between the replies and the meeting.</summary>
    public static DateOnly ReplyBy(DateOnly meeting) => meeting.AddDays(-2);

    /// <summary>A meeting is planned for the fourth week from now, so that topics can be collected before.</summary>
    public static (DateOnly First, DateOnly Last) Plan(DateOnly today) => (today.AddDays(21), today.AddDays(28));

    /// <summary>
    /// Topics are collected until a week before the meeting, to leave time to answer each; from tomorrow on, and not beyond the last day.
    /// </summary>
    public static DateOnly CollectUntil(DateOnly first, DateOnly last, DateOnly today)
    {
        var (weekBefore, tomorrow) = (first.AddDays(-7), today.AddDays(1));
        var proposed = weekBefore > tomorrow ? weekBefore : tomorrow;
        return proposed < last ? proposed : last;
    }

    /// <summary>The week of a day, from Monday to Sunday.</summary>
    public static (DateOnly Monday, DateOnly Sunday) Week(DateOnly day)
    {
        var monday = day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
        return (monday, monday.AddDays(6));
    }

    /// <summary>A roster shows how often its members came within a year.</summary>
    public static DateOnly AttendanceFrom(DateOnly on) => on.AddYears(-1);
}
