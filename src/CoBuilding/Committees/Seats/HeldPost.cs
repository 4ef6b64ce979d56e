using CoBuilding.Places;

namespace CoBuilding.Committees.Seats;

/// <summary>A part-time post of a person on a street's or a community's committee.</summary>
/// <param name="PersonId">As it was asked for, where records were merged.</param>
internal sealed record HeldPost(Guid PersonId, Guid CommitteeId, string Committee, PlaceLevel Level, Span Term);
