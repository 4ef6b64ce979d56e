namespace CoBuilding.Committees;

/// <summary>Common data of every step: the day on which it happened, and the time of recording.</summary>
public sealed record StepDetails(DateOnly On, DateTimeOffset Now, string? DocumentNumber = null, string? Remark = null);
