namespace CoBuilding.Committees;

/// <summary>AppointmentReasons for exceptions: exceeding the usual number, or a post on the other level.</summary>
public sealed record AppointmentReasons(string? Quota, string? DoublePost);
