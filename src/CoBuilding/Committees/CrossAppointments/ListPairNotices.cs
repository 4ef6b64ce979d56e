using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Texts;
using CoBuilding.Units;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Committees.CrossAppointments;

/// <summary>
/// Notices for both sides of a pair (the host's clerk and the unit's people): that it is no longer mutual, until the own side acknowledges
/// or it is mutual again; and that an appointment of it ends within sixty days. Derived, not sent.
/// </summary>
public sealed class ListPairNotices(Door door)
{
    private const int Most = 20;

    [TextsIn("CrossAppointments")]
    public enum PairNoticeKind
    {
        Lapsed,
        Expiring,
    }

    /// <param name="OfUnit">It is about the unit's member; otherwise about the host's person at the unit.</param>
    /// <param name="Person">The person who left or whose appointment ends.</param>
    /// <param name="Day">The first day on which it was no longer mutual, or the planned end.</param>
    /// <param name="IsHosts">The reader manages the host's side.</param>
    public sealed record Row(
        PairNoticeKind Kind,
        Guid UnitId,
        string Unit,
        Guid CommitteeId,
        string Committee,
        bool OfUnit,
        string Person,
        DateOnly Day,
        bool IsHosts
    );

    public async Task<IReadOnlyList<Row>> AskAsync(Scope scope, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.ReceivePairNotices, ct);
        var (ofUnits, ofHosts) = (Pairs.OfUnits(db), Pairs.OfHosts(db));
        var terms = await TermsEndingAsync(db, ct);
        List<NoticeCandidate> found =
        [
            .. await Lapsed(db, ofUnits, ofHosts, ofUnit: true).ToListAsync(ct),
            .. await Lapsed(db, ofHosts, ofUnits, ofUnit: false).ToListAsync(ct),
            .. await Expiring(db).ToListAsync(ct),
            .. (await EndingWithTerm(db, [.. terms.Keys]).ToListAsync(ct)).Select(f => f with { Day = terms[f.CommitteeId] }),
        ];
        // A pair that lost both legs on one day, or the same leg twice, is listed once; of two upcoming ends, the nearer.
        var rows = found
            .GroupBy(f => (f.Kind, f.UnitId, f.CommitteeId))
            .Select(g => (g.Key.Kind == PairNoticeKind.Expiring ? g.MinBy(f => f.Day) : g.MaxBy(f => f.Day))!)
            .OrderBy(f => f.Day)
            .ThenBy(f => f.UnitId)
            .ThenBy(f => f.CommitteeId)
            .Take(Most)
            .ToList();
        var hosts = await HostsAsync(db, [.. rows.Select(r => r.CommitteeId)], ct);
        return
        [
            .. rows.Select(r => new Row(
                r.Kind,
                r.UnitId,
                r.Unit,
                r.CommitteeId,
                hosts[r.CommitteeId],
                r.OfUnit,
                r.Person,
                r.Day,
                !db.Reach.Units.Contains(r.UnitId)
            )),
        ];
    }

    private sealed record NoticeCandidate
    {
        public required PairNoticeKind Kind { get; init; }
        public required Guid UnitId { get; init; }
        public required string Unit { get; init; }
        public required Guid CommitteeId { get; init; }
        public required bool OfUnit { get; init; }
        public required string Person { get; init; }
        public required DateOnly Day { get; init; }
    }

    /// <summary>
    /// Ends within a year after which a pair stopped being mutual, is still not mutual, and is not acknowledged by the own side.
    /// </summary>
    private static IQueryable<NoticeCandidate> Lapsed(PortalDb db, IQueryable<Leg> ending, IQueryable<Leg> other, bool ofUnit)
    {
        var (today, yearAgo, people, units, notes) = (db.Today, db.Today.AddYears(-1), db.People, db.Units, db.LapseAcknowledgments);
        var (endingNow, otherNow) = (ending.On(today), other.On(today));
        Guid[] own = db.Reach.Units;
        return ending
            .Where(e => e.Until <= today && e.Until > yearAgo)
            .Where(e =>
                other.Any(o =>
                    o.UnitId == e.UnitId && o.CommitteeId == e.CommitteeId && o.From < e.Until && (o.Until == null || o.Until >= e.Until)
                )
            )
            .Where(e =>
                !(
                    ending.Any(l =>
                        l.UnitId == e.UnitId
                        && l.CommitteeId == e.CommitteeId
                        && l.From <= e.Until
                        && (l.Until == null || l.Until > e.Until)
                    )
                    && other.Any(o =>
                        o.UnitId == e.UnitId
                        && o.CommitteeId == e.CommitteeId
                        && o.From <= e.Until
                        && (o.Until == null || o.Until > e.Until)
                    )
                )
            )
            .Where(e =>
                !(
                    endingNow.Any(l => l.UnitId == e.UnitId && l.CommitteeId == e.CommitteeId)
                    && otherNow.Any(o => o.UnitId == e.UnitId && o.CommitteeId == e.CommitteeId)
                )
            )
            .Where(e =>
                !notes.Any(n =>
                    n.UnitId == e.UnitId
                    && n.CommitteeId == e.CommitteeId
                    && n.LapsedOn >= e.Until
                    && (n.Side == PairSide.Unit) == own.Contains(e.UnitId)
                )
            )
            .OrderByDescending(e => e.Until)
            .ThenBy(e => e.UnitId)
            .ThenBy(e => e.CommitteeId)
            .ThenBy(e => e.PersonId)
            .Take(Most)
            .Select(e => new NoticeCandidate
            {
                Kind = PairNoticeKind.Lapsed,
                UnitId = e.UnitId,
                Unit = units.Where(u => u.Id == e.UnitId).Select(u => u.Name).First(),
                CommitteeId = e.CommitteeId,
                OfUnit = ofUnit,
                Person = people.Where(p => p.Id == e.PersonId).Select(p => p.Name).First(),
                Day = e.Until!.Value,
            });
    }

    /// <summary>
    /// Cross-appointments whose planned end is near, and members of mutual pairs whose recorded end is near and who have no successor.
    /// </summary>
    private static IQueryable<NoticeCandidate> Expiring(PortalDb db)
    {
        var (today, soon, people, units, appointments, guests) = (
            db.Today,
            db.Today.AddDays(Pairs.ExpiresWithinDays),
            db.People,
            db.Units,
            db.Appointments.Known(),
            db.CrossAppointments.Known()
        );
        var inOffice = guests.NotEndedBy(today).Where(g => g.From <= today);
        var leaving = guests
            .Where(g => g.From <= today && (g.Until ?? g.PlannedUntil) > today && (g.Until ?? g.PlannedUntil) <= soon)
            .Select(g => new
            {
                g.UnitId,
                g.CommitteeId,
                g.PersonId,
                Day = (g.Until ?? g.PlannedUntil)!.Value,
                OfUnit = false,
            });
        var ending = appointments
            .Where(a => a.UnitId != null && a.From <= today && a.Until > today && a.Until <= soon)
            .Where(a => inOffice.Any(g => g.UnitId == a.UnitId && g.CommitteeId == a.CommitteeId))
            .Where(a => !appointments.Any(n => n.SeatId == a.SeatId && n.From <= a.Until && (n.Until == null || n.Until > a.Until)))
            .Select(a => new
            {
                UnitId = a.UnitId!.Value,
                a.CommitteeId,
                a.PersonId,
                Day = a.Until!.Value,
                OfUnit = true,
            });
        return leaving
            .Concat(ending)
            .OrderBy(l => l.Day)
            .ThenBy(l => l.UnitId)
            .ThenBy(l => l.CommitteeId)
            .ThenBy(l => l.PersonId)
            .Take(Most)
            .Select(l => new NoticeCandidate
            {
                Kind = PairNoticeKind.Expiring,
                UnitId = l.UnitId,
                Unit = units.Where(u => u.Id == l.UnitId).Select(u => u.Name).First(),
                CommitteeId = l.CommitteeId,
                OfUnit = l.OfUnit,
                Person = people.Where(p => p.Id == l.PersonId).Select(p => p.Name).First(),
                Day = l.Day,
            });
    }

    /// <summary>Members of mutual pairs whose own end is open, on committees of which the term ends.</summary>
    private static IQueryable<NoticeCandidate> EndingWithTerm(PortalDb db, Guid[] committees)
    {
        var (today, people, units) = (db.Today, db.People, db.Units);
        var inOffice = db.CrossAppointments.Known().NotEndedBy(today).Where(g => g.From <= today);
        return db
            .Appointments.Known()
            .Where(a => committees.Contains(a.CommitteeId) && a.UnitId != null && a.From <= today && a.Until == null)
            .Where(a => inOffice.Any(g => g.UnitId == a.UnitId && g.CommitteeId == a.CommitteeId))
            .OrderBy(a => a.CommitteeId)
            .ThenBy(a => a.UnitId)
            .ThenBy(a => a.PersonId)
            .Take(ListQuestion.LargestPage)
            .Select(a => new NoticeCandidate
            {
                Kind = PairNoticeKind.Expiring,
                UnitId = a.UnitId!.Value,
                Unit = units.Where(u => u.Id == a.UnitId).Select(u => u.Name).First(),
                CommitteeId = a.CommitteeId,
                OfUnit = true,
                Person = people.Where(p => p.Id == a.PersonId).Select(p => p.Name).First(),
                Day = today,
            });
    }

    /// <summary>A query of its own, as lifting the reach lifts it from the whole query.</summary>
    private static Task<Dictionary<Guid, DateOnly>> TermsEndingAsync(PortalDb db, CancellationToken ct)
    {
        var (today, soon) = (db.Today, db.Today.AddDays(Pairs.ExpiresWithinDays));
        return db
            .Committees.Lifted("when the terms of bodies end on which a unit's people sit, which the unit does not reach")
            .Where(c => c.DissolvedOn == null && c.TermEndsOn > today && c.TermEndsOn <= soon)
            .ToDictionaryAsync(c => c.Id, c => c.TermEndsOn!.Value, ct);
    }

    private static Task<Dictionary<Guid, string>> HostsAsync(PortalDb db, Guid[] ids, CancellationToken ct) =>
        db
            .Committees.Lifted("names of the bodies on which a unit's people sit, which the unit does not reach")
            .Where(c => ids.Contains(c.Id))
            .ToDictionaryAsync(c => c.Id, c => c.Name, ct);
}
