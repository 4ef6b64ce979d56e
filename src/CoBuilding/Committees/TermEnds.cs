namespace CoBuilding.Committees;

/// <summary>When terms end: what is proposed, how far one can be extended, and when the end is near.</summary>
public static class TermEnds
{
    /// <summary>The end of a term that begins on a day, by the kind's usual length; null where either is unknown.</summary>
    public static DateOnly? Proposed(DateOnly? from, int? years) => years is { } length ? from?.AddYears(length) : null;

    /// <summary>
    /// The latest end of an extended term: a year after the planned end (practice of the Party's grass-roots elections).
    /// </summary>
    public static DateOnly LatestExtension(DateOnly planned) => planned.AddYears(1);

    /// <summary>The end is so near, or over, that the renewal usually begins.</summary>
    public static bool IsNear(DateOnly endsOn, DateOnly today) => endsOn <= today.AddMonths(CommitteeLifecycle.NearMonths);
}
