using CoBuilding.Contracts;
using CoBuilding.Data;

namespace CoBuilding.Committees.CrossAppointments;

/// <summary>Who is or will be in office in a unit's Party organization; who is only proposed is not.</summary>
internal sealed class CrossAppointmentsInService : IPeopleInService
{
    public IQueryable<Guid> After(PortalDb db, DateOnly day) =>
        db.CrossAppointments.Known().NotEndedBy(day).Where(a => a.From != null).Select(a => a.PersonId);
}
