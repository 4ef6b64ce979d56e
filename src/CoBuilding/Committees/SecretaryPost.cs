namespace CoBuilding.Committees;

/// <summary>Somebody is Party secretary of a unit for a time.</summary>
internal sealed record SecretaryPost(Guid UnitId, Guid PersonId, Span Term);
