namespace CoBuilding.Meetings.Series;

/// <param name="First">The usual days, moved to workdays.</param>
/// <param name="PrepareFrom">Since when it is time to prepare.</param>
/// <param name="MeetingId">What was held or is to come; null where it is a plan, or another body's out of reach.</param>
/// <param name="Day">Of the meeting; of a plan its first day.</param>
/// <param name="RowVersion">The reason's version; 0 without one.</param>
public sealed record SeriesPeriod(
    Period Period,
    PeriodState State,
    DateOnly First,
    DateOnly Last,
    DateOnly PrepareFrom,
    Guid? MeetingId,
    Guid? PlanId,
    string? Title,
    DateOnly? Day,
    string? Reason,
    long RowVersion
)
{
    public bool IsToPrepare => State is PeriodState.Due or PeriodState.DueSoon;
    public bool MayBeExplained => State is not (PeriodState.Held or PeriodState.Planned);
}
