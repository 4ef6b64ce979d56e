using CoBuilding.Data;

namespace CoBuilding.Contracts;

/// <summary>
/// Who has a part in the work of a room, so that the person's numbers are kept. The queries of all rooms become parts of one statement.
/// </summary>
public interface IPeopleInService
{
    /// <summary>Ids of people whose part has not ended by the day; a query over tables that EF translates.</summary>
    IQueryable<Guid> After(PortalDb db, DateOnly day);
}
