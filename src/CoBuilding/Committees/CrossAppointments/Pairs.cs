using CoBuilding.Data;

namespace CoBuilding.Committees.CrossAppointments;

/// <summary>A unit and a committee: who of one sits in the other's organization on a day.</summary>
public enum PairStatus
{
    /// <summary>Never anybody.</summary>
    None,

    /// <summary>Only the unit's member on the committee.</summary>
    UnitToHost,

    /// <summary>Only the host's person in the unit's Party organization.</summary>
    HostToUnit,
    Mutual,

    /// <summary>No longer anybody.</summary>
    Lapsed,
}

internal static class Pairs
{
    /// <summary>An appointment expires soon when its planned end is at most this many days away.</summary>
    public const int ExpiresWithinDays = 60;

    /// <summary>A leg that begins after the day does not count yet.</summary>
    public static PairStatus StatusOn(DateOnly day, IReadOnlyCollection<Span> ofUnit, IReadOnlyCollection<Span> ofHost) =>
        (ofUnit.Any(s => s.Holds(day)), ofHost.Any(s => s.Holds(day))) switch
        {
            (true, true) => PairStatus.Mutual,
            (true, false) => PairStatus.UnitToHost,
            (false, true) => PairStatus.HostToUnit,
            _ => ofUnit.Concat(ofHost).Any(s => s.From <= day) ? PairStatus.Lapsed : PairStatus.None,
        };

    /// <summary>The units' members on committees, as recorded now.</summary>
    public static IQueryable<Leg> OfUnits(PortalDb db) =>
        db.Appointments.Where(a => a.SupersededAt == null && a.UnitId != null).Select(a => new Leg
        {
            UnitId = a.UnitId!.Value, CommitteeId = a.CommitteeId, PlaceId = a.PlaceId, PersonId = a.PersonId, From = a.From, Until = a.Until,
        });

    /// <summary>The hosts' people in units' Party organizations, as recorded now.</summary>
    public static IQueryable<Leg> OfHosts(PortalDb db) =>
        db.CrossAppointments.Where(a => a.SupersededAt == null && a.From != null).Select(a => new Leg
        {
            UnitId = a.UnitId, CommitteeId = a.CommitteeId, PlaceId = a.PlaceId, PersonId = a.PersonId, From = a.From!.Value, Until = a.Until,
        });
}

/// <summary>One direction of a pair: a person in office from a day until (not including) another.</summary>
internal sealed record Leg
{
    public required Guid UnitId { get; init; }
    public required Guid CommitteeId { get; init; }
    public required Guid PlaceId { get; init; }
    public required Guid PersonId { get; init; }
    public required DateOnly From { get; init; }
    public required DateOnly? Until { get; init; }
}
