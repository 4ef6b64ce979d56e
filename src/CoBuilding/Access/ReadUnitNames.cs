using CoBuilding.Data;

namespace CoBuilding.Access;

/// <summary>How people call the unit; told by the units' room, so that nobody chooses it for a password.</summary>
public delegate Task<IReadOnlyList<string>> ReadUnitNames(PortalDb db, Guid unitId, CancellationToken ct);
