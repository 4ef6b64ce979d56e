namespace CoBuilding.Meetings;

/// <summary>Those due, as they have answered or as they were marked.</summary>
/// <param name="Present">In person.</param>
/// <param name="Open">The number not decided yet.</param>
/// <param name="ChairIsThere">A possible chair is present in person.</param>
/// <param name="ChairMayCome">A possible chair is among those not decided.</param>
public sealed record QuorumHeadcount(int Due, int Present, int Substitutes, int Open, bool ChairIsThere, bool ChairMayCome);
