using CoBuilding.Data;

namespace CoBuilding.Contracts;

/// <param name="KindKey">The key of the text that says what it is; null for a seat.</param>
/// <param name="PlaceId">The place by which it is within reach or not.</param>
/// <param name="CommitteeId">The body to which its name is linked.</param>
/// <param name="EndKey">The key of the text that says why it ended.</param>
public sealed record PersonHolding(
    string? KindKey,
    Guid PlaceId,
    Guid CommitteeId,
    string Committee,
    string? Title,
    string? Unit,
    DateOnly From,
    DateOnly? Until,
    string? EndKey
) : ILasts;
