using CoBuilding.Contracts;
using CoBuilding.Data;
using CoBuilding.Units;

namespace CoBuilding.Committees.Records;

/// <summary>A person's seats.</summary>
public sealed class SeatHoldings : IPersonHoldings
{
    public int Position => 10;

    public Task<IReadOnlyList<PersonHolding>> OfAsync(PortalDb db, Guid[] people, CancellationToken ct)
    {
        var (units, committees) = (db.Units, db.Committees);
        return HeldPosition.LatestAsync(
            db.Appointments.Lifted("a person's seats everywhere; beyond reach the body's name and the days alone")
                .Known()
                .Where(a => people.Contains(a.PersonId))
                .Join(
                    db.Seats,
                    a => a.SeatId,
                    s => s.Id,
                    (a, s) =>
                        new HeldPosition
                        {
                            Id = a.Id,
                            PlaceId = a.PlaceId,
                            CommitteeId = a.CommitteeId,
                            Committee = committees.Where(c => c.Id == a.CommitteeId).Select(c => c.Name).First(),
                            Title = s.Title,
                            Unit = units.Where(u => u.Id == a.UnitId).Select(u => u.Name).FirstOrDefault(),
                            From = a.From,
                            Until = a.Until,
                            EndReason = a.EndReason,
                        }
                ),
            null,
            ct
        );
    }
}
