namespace CoBuilding.Contracts;

/// <summary>How a committee ends.</summary>
/// <param name="On">The first day without it.</param>
/// <param name="WasEstablished">False: its preparation is given up; it never had seats or terms.</param>
public sealed record CommitteeEnd(Guid CommitteeId, DateOnly On, string Reason, bool WasEstablished);
