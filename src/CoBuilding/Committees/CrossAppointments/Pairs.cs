using CoBuilding.Data;

namespace CoBuilding.Committees.CrossAppointments;

internal static class Pairs
{
    /// <summary>An appointment expires soon when its planned end is at most this many days away.</summary>
    public const int ExpiresWithinDays = 60;

    /// <summary>A leg that begins after the day does not count yet.</summary>
    public static PairStatus StatusOn(DateOnly day, IReadOnlyCollection<Span> ofUnit, IReadOnlyCollection<Span> ofHost) =>
        (ofUnit.Any(s => s.IsOn(day)), ofHost.Any(s => s.IsOn(day))) switch
        {
            (true, true) => PairStatus.Mutual,
            (true, false) => PairStatus.UnitToHost,
            (false, true) => PairStatus.HostToUnit,
            _ => ofUnit.Concat(ofHost).Any(s => s.From <= day) ? PairStatus.Lapsed : PairStatus.None,
        };

    /// <summary>The units' members on committees, as recorded now.</summary>
    public static IQueryable<Leg> OfUnits(PortalDb db) =>
        db
            .Appointments.Known()
            .Where(a => a.UnitId != null)
            .Select(a => new Leg
            {
                UnitId = a.UnitId!.Value,
                CommitteeId = a.CommitteeId,
                PlaceId = a.PlaceId,
                PersonId = a.PersonId,
                From = a.From,
                Until = a.Until,
            });

    /// <summary>The hosts' people in units' Party organizations, as recorded now.</summary>
    public static IQueryable<Leg> OfHosts(PortalDb db) =>
        db
            .CrossAppointments.Known()
            .Where(a => a.From != null)
            .Select(a => new Leg
            {
                UnitId = a.UnitId,
                CommitteeId = a.CommitteeId,
                PlaceId = a.PlaceId,
                PersonId = a.PersonId,
                From = a.From!.Value,
                Until = a.Until,
            });
}
