using CoBuilding.Data;

namespace CoBuilding.Contracts;

/// <summary>
/// Whether rows of a room keep two records of one unit, or of one person, from being merged. Merging moves posts, grants and accounts of a
/// unit alone: what else belongs to the duplicate stays with it, or has to be ended first.
/// </summary>
public interface IRefusesMerge
{
    /// <exception cref="RuleBroken">The duplicate has something that cannot stay with it.</exception>
    Task CheckUnitsAsync(PortalDb db, MergedRecords records, CancellationToken ct);

    /// <exception cref="RuleBroken">Both have what one person has once.</exception>
    Task CheckPeopleAsync(PortalDb db, MergedRecords records, CancellationToken ct);
}
