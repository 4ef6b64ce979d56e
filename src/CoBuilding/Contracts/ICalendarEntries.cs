using CoBuilding.Data;

namespace CoBuilding.Contracts;

/// <summary>What a room enters in the calendar of an account.</summary>
public interface ICalendarEntries
{
    /// <param name="db">With the reach of <c>Right.UseCalendarFeed</c>: places to staff, the own units to a unit's people.</param>
    /// <param name="since">What began before is left out.</param>
    /// <returns>Each subject once, in any order; a limited number.</returns>
    Task<IReadOnlyList<CalendarEntry>> ReadAsync(PortalDb db, DateTimeOffset since, CancellationToken ct);
}
