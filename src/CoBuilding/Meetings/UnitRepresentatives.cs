using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Data;
using CoBuilding.Units;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Meetings;

/// <summary>The people who act for a unit toward a body today: the holder of its seat and the liaison officer.</summary>
internal static class UnitRepresentatives
{
    /// <summary>A link becomes invalid when its addressee's function ends.</summary>
    /// <exception cref="NotFound">The link's addressee no longer holds that function.</exception>
    public static async Task<Acting> ActingAsync(PortalDb db, Guid unitId, Guid committeeId, CancellationToken ct)
    {
        var (people, holders) = (db.People, HoldersTodayLifted(db).Where(a => a.UnitId == unitId && a.CommitteeId == committeeId));
        var (account, bearer) = (db.JournalActor.AccountId, db.JournalActor.LinkHolder?.PersonId);
        var person = bearer is null
            ? await db.Accounts.Where(a => a.Id == account).Select(a => a.PersonId).SingleOrDefaultAsync(ct)
            : bearer;
        var names =
            await db
                .Units.Lifted("in which function a link's addressee or a signed-in person acts for a unit that was asked")
                .Where(u => u.Id == unitId)
                .Select(u => new
                {
                    Actor = people.Where(p => p.Id == person).Select(p => p.Name).FirstOrDefault(),
                    Principal = holders
                        .OrderBy(a => a.From)
                        .ThenBy(a => a.Id)
                        .Select(a => people.Where(p => p.Id == a.PersonId).Select(p => p.Name).First())
                        .FirstOrDefault(),
                    IsLiaison = person != null && u.LiaisonOfficerId == person,
                    IsHolder = holders.Any(a => a.PersonId == person),
                })
                .SingleOrDefaultAsync(ct)
            ?? throw new NotFound();
        if (db.JournalActor.LinkHolder is { } link && !(link.Office == Addressee.Holder ? names.IsHolder : names.IsLiaison))
            throw new NotFound();
        var source =
            db.JournalActor.LinkHolder is { } by ? Invitation.SourceOf(by.Office)
            : names.IsLiaison ? ReplySource.LiaisonOfficer
            : ReplySource.Holder;
        return new Acting(source, names.Actor, names.Principal);
    }

    /// <summary>The current holders of seats that are not suspended.</summary>
    public static IQueryable<Appointment> HoldersToday(PortalDb db) =>
        Unsuspended(HoldersOf(db.Appointments, db.Today), db.Suspensions, db.Today);

    public static IQueryable<Appointment> HoldersTodayLifted(PortalDb db) =>
        Unsuspended(
            HoldersOf(db.Appointments.Lifted("who holds the seats today, of which the caller reads those that were asked"), db.Today),
            db.Suspensions,
            db.Today
        );

    private static IQueryable<Appointment> Unsuspended(
        IQueryable<Appointment> appointments,
        IQueryable<Suspension> suspensions,
        DateOnly day
    )
    {
        var suspended = suspensions.Known().On(day);
        return appointments.Where(a => !suspended.Any(s => s.SeatId == a.SeatId));
    }

    /// <summary>Appointments by which somebody holds a seat on a day, as recorded now.</summary>
    public static IQueryable<Appointment> HoldersOf(IQueryable<Appointment> appointments, DateOnly day) => appointments.Known().On(day);

    /// <summary>The addressees of a unit's links.</summary>
    public sealed record UnitAddressee(Guid Id, string Name, Addressee Addressee);

    /// <summary>By unit; units without an addressee are left out. The caller has checked that they were asked. Two statements.</summary>
    public static async Task<ILookup<Guid, UnitAddressee>> AddresseesAsync(
        PortalDb db,
        IReadOnlyCollection<Guid> unitIds,
        Guid committeeId,
        CancellationToken ct
    )
    {
        var holders = await HoldersTodayLifted(db)
            .AsNoTracking()
            .Where(a => a.CommitteeId == committeeId && a.UnitId != null && unitIds.Contains(a.UnitId.Value))
            .Join(
                db.People,
                a => a.PersonId,
                p => p.Id,
                (a, p) =>
                    new
                    {
                        Unit = a.UnitId!.Value,
                        a.From,
                        p.Id,
                        p.Name,
                    }
            )
            .OrderBy(x => x.From)
            .ThenBy(x => x.Id)
            .ToListAsync(ct);
        var liaisons = await db
            .Units.Lifted("liaison officers of units that were asked, wherever they reside by now")
            .AsNoTracking()
            .Where(u => unitIds.Contains(u.Id))
            .Join(
                db.People,
                u => u.LiaisonOfficerId,
                p => p.Id,
                (u, p) =>
                    new
                    {
                        Unit = u.Id,
                        p.Id,
                        p.Name,
                    }
            )
            .ToListAsync(ct);
        return holders
            .Select(h => (h.Unit, UnitAddressee: new UnitAddressee(h.Id, h.Name, Addressee.Holder)))
            .Concat(liaisons.Select(l => (l.Unit, UnitAddressee: new UnitAddressee(l.Id, l.Name, Addressee.LiaisonOfficer))))
            .ToLookup(x => x.Unit, x => x.UnitAddressee);
    }

    public static Task<Dictionary<Guid, string>> NamesAsync(PortalDb db, IReadOnlyCollection<Guid> unitIds, CancellationToken ct) =>
        db
            .Units.Lifted("names of units that were asked, wherever they reside by now")
            .AsNoTracking()
            .Where(u => unitIds.Contains(u.Id))
            .ToDictionaryAsync(u => u.Id, u => u.Name, ct);
}
