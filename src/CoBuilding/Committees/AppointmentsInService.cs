using CoBuilding.Contracts;
using CoBuilding.Data;

namespace CoBuilding.Committees;

/// <summary>Who holds a seat.</summary>
internal sealed class AppointmentsInService : IPeopleInService
{
    public IQueryable<Guid> After(PortalDb db, DateOnly day) => db.Appointments.Known().NotEndedBy(day).Select(a => a.PersonId);
}
