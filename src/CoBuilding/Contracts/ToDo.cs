namespace CoBuilding.Contracts;

/// <summary>Something that waits for a clerk. The rooms' queries make them in the database, so each query sets every property.</summary>
public sealed record ToDo
{
    /// <summary>
    /// Names its text <c>Dashboards.ToDo_…</c>, with a count also <c>Dashboards.Count_…</c>, and the page on which it is done.
    /// </summary>
    public required string Kind { get; init; }

    /// <summary>
    /// The meeting, the plan or the series of one, the resolution, or the committee which waits itself or whose nominations or seats do.
    /// </summary>
    public required Guid SubjectId { get; init; }
    public required string Title { get; init; }
    public required string Host { get; init; }

    /// <summary>UTC; for matters without a deadline, the time since when they are pending.</summary>
    public required DateTimeOffset Deadline { get; init; }

    /// <summary>How many units, seats, topics, nominations or comments it concerns; 0 where it concerns the one thing itself.</summary>
    public required int Count { get; init; }
    public required bool IsOverdue { get; init; }

    /// <summary>It has no deadline of its own.</summary>
    public required bool OnlyWaits { get; init; }

    /// <summary>Of a series: the first day of the period.</summary>
    public required DateOnly? PeriodFrom { get; init; }
}
