using CoBuilding.Data;

namespace CoBuilding.Places.Workdays;

/// <summary>Days that differ from the normal week: a public holiday, or its make-up workdays.</summary>
public sealed class CalendarSpan : Tenanted
{
    public const int LongestName = 20;
    public const int LongestSource = 100;
    public const int MostDays = 31;

    public required SpanKind Kind { get; init; }

    /// <summary>The holiday; of moved workdays, the one for which they are worked.</summary>
    public required string Name { get; init; }

    /// <summary>Days in China, both included.</summary>
    public required DateOnly FirstDay { get; init; }
    public required DateOnly LastDay { get; init; }

    /// <summary>The notice that says so.</summary>
    public string? Source { get; init; }

    /// <summary>When it was removed.</summary>
    public DateTimeOffset? RemovedAt { get; private set; }

    public void Remove(DateTimeOffset now) => RemovedAt ??= now;

    internal bool Overlaps(DateOnly first, DateOnly last) => FirstDay <= last && first <= LastDay;
}
