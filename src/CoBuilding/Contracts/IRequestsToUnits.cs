using CoBuilding.Data;

namespace CoBuilding.Contracts;

/// <summary>
/// What a room asks of units, counted before a unit is asked once more: fair load. The queries of all rooms become parts of one statement,
/// and of what they find only the number is said.
/// </summary>
public interface IRequestsToUnits
{
    /// <summary>
    /// What was asked after a moment, over all bodies: the reader lifts the reach of the whole statement, and names the right. A query over
    /// tables that EF translates, which lifts nothing itself.
    /// </summary>
    IQueryable<RequestToUnit> Since(PortalDb db, DateTimeOffset since);
}
