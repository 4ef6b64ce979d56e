namespace CoBuilding.Data;

/// <summary>
/// The two times of rows, each asked in one place: on which days something lasts, and at which moments it was known. EF translates the
/// questions about rows if they are put before the query; inside of an expression tree it cannot: name them in a local and use that.
/// </summary>
public static class Times
{
    /// <summary>What lasts on the day: from its first day on, and no more on the day of its end.</summary>
    public static IQueryable<T> On<T>(this IQueryable<T> rows, DateOnly day)
        where T : class, ILasts => rows.Where(r => r.From <= day && (r.Until == null || r.Until > day));

    /// <summary>What lasts on the day or begins later.</summary>
    public static IQueryable<T> NotEndedBy<T>(this IQueryable<T> rows, DateOnly day)
        where T : class, IEnds => rows.Where(r => r.Until == null || r.Until > day);

    /// <summary>What is known now.</summary>
    public static IQueryable<T> Known<T>(this IQueryable<T> rows)
        where T : class, IRecorded => rows.Where(r => r.SupersededAt == null);

    /// <summary>What was known at a moment: recorded by then, and superseded later or not at all.</summary>
    public static IQueryable<T> Known<T>(this IQueryable<T> rows, DateTimeOffset at)
        where T : class, IRecorded => rows.Where(r => r.RecordedAt <= at && (r.SupersededAt == null || r.SupersededAt > at));

    /// <summary>What was known immediately before a moment, such as the end of a day; null: what is known now.</summary>
    public static IQueryable<T> KnownBefore<T>(this IQueryable<T> rows, DateTimeOffset? moment)
        where T : class, IRecorded =>
        moment is { } end ? rows.Where(r => r.RecordedAt < end && (r.SupersededAt == null || r.SupersededAt >= end)) : rows.Known();

    public static bool IsOn(this ILasts row, DateOnly day) => row.From <= day && !row.HasEndedBy(day);

    public static bool HasEndedBy(this IEnds row, DateOnly day) => row.Until <= day;

    public static bool IsKnown(this IRecorded row) => row.SupersededAt is null;

    /// <summary>The last day, where this is the first day without.</summary>
    public static DateOnly DayBefore(this DateOnly until) => until.AddDays(-1);

    extension(IEnds row)
    {
        /// <summary>The last day with it, for readers; null while no end is known.</summary>
        public DateOnly? LastDay => row.Until?.DayBefore();
    }
}
