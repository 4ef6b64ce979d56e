using CoBuilding.Committees.Records;
using CoBuilding.Contracts;
using CoBuilding.Data;
using CoBuilding.Units;

namespace CoBuilding.Committees.CrossAppointments;

/// <summary>The units into whose Party organizations a host sent the person.</summary>
public sealed class CrossAppointmentHoldings : IPersonHoldings
{
    public int Position => 30;

    public Task<IReadOnlyList<PersonHolding>> OfAsync(PortalDb db, Guid[] people, CancellationToken ct)
    {
        var (units, committees) = (db.Units, db.Committees);
        return HeldPosition.LatestAsync(
            db.CrossAppointments.Lifted("a person's cross-appointments everywhere; beyond reach the body's name and the days alone")
                .Known()
                .Where(a => a.From != null && people.Contains(a.PersonId))
                .Select(a => new HeldPosition
                {
                    Id = a.Id,
                    PlaceId = a.PlaceId,
                    CommitteeId = a.CommitteeId,
                    Committee = committees.Where(c => c.Id == a.CommitteeId).Select(c => c.Name).First(),
                    Title = a.Title,
                    Unit = units.Where(u => u.Id == a.UnitId).Select(u => u.Name).First(),
                    From = a.From!.Value,
                    Until = a.Until,
                    EndReason = a.EndReason,
                }),
            "Profiles.HeldByCrossAppointment",
            ct
        );
    }
}
