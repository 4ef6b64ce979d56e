using CoBuilding.Contracts;
using CoBuilding.Data;
using CoBuilding.Units;

namespace CoBuilding.Committees.Records;

/// <summary>The seats for which a unit named the person as the second one.</summary>
public sealed class AlternateHoldings : IPersonHoldings
{
    public int Position => 20;

    public Task<IReadOnlyList<PersonHolding>> OfAsync(PortalDb db, Guid[] people, CancellationToken ct)
    {
        var (units, committees) = (db.Units, db.Committees);
        return HeldPosition.LatestAsync(
            db.Alternates.Lifted("a person's places as alternate everywhere; beyond reach the body's name and the days alone")
                .Known()
                .Where(a => people.Contains(a.PersonId))
                .Select(a => new HeldPosition
                {
                    Id = a.Id,
                    PlaceId = a.PlaceId,
                    CommitteeId = a.CommitteeId,
                    Committee = committees.Where(c => c.Id == a.CommitteeId).Select(c => c.Name).First(),
                    Unit = units.Where(u => u.Id == a.UnitId).Select(u => u.Name).First(),
                    From = a.From,
                    Until = a.Until,
                }),
            "Profiles.HeldAsAlternate",
            ct
        );
    }
}
