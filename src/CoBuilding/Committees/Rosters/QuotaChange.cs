namespace CoBuilding.Committees.Rosters;

/// <summary>How many part-time members there will be from a day on.</summary>
public sealed record QuotaChange(DateOnly Day, int Members);
