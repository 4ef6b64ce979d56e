using CoBuilding.Data;

namespace CoBuilding.Access;

/// <summary>Provides the unit's names from the Units room, so that nobody uses one as a password.</summary>
public delegate Task<IReadOnlyList<string>> ReadUnitNames(PortalDb db, Guid unitId, CancellationToken ct);
