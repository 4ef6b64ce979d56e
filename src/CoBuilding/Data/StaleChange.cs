namespace CoBuilding.Data;

/// <summary>Who saved what in the meantime; <paramref name="At"/> in UTC, <paramref name="After"/> the changed columns as JSON.</summary>
public sealed record StaleChange(string Who, DateTimeOffset At, string Right, string? After);
