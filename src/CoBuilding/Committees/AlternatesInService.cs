using CoBuilding.Contracts;
using CoBuilding.Data;

namespace CoBuilding.Committees;

/// <summary>Alternates for seats that are still there.</summary>
internal sealed class AlternatesInService : IPeopleInService
{
    public IQueryable<Guid> After(PortalDb db, DateOnly day)
    {
        var seats = db.Seats.NotEndedBy(day);
        return db.Alternates.Known().NotEndedBy(day).Where(a => seats.Any(s => s.Id == a.SeatId)).Select(a => a.PersonId);
    }
}
