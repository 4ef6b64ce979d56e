using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Data;
using CoBuilding.Units;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Meetings;

internal static class Invitations
{
    /// <summary>
    /// The invitation that may be answered by link or by the unit's own people, with its meeting and for whom they act. A link dies with its addressee's
    /// office: once the seat has another holder for the meeting's day, or the unit another liaison officer, it leads nowhere.
    /// </summary>
    /// <param name="invitationId">Null for a link, which is for one invitation.</param>
    /// <exception cref="NotFound">There is none within reach, or the link's addressee holds that office no longer.</exception>
    public static async Task<(Invitation Invitation, Meeting Meeting, Acting Acting)> OfBearerAsync(PortalDb db, Guid? invitationId, CancellationToken ct)
    {
        if (db.Who.Bearer is not { } bearer)
        {
            var own = await db.Invitations.AsNoTracking().SingleOrDefaultAsync(i => i.WithdrawnAt == null && i.Id == invitationId, ct) ?? throw new NotFound();
            var meeting = await MeetingLiftedAsync(db, own, ct);
            return (own, meeting, await SignedInLiftedAsync(db, own, meeting, ct));
        }
        // A link's reach is its invitation and that meeting.
        var found = await db.Invitations.AsNoTracking().Where(i => i.WithdrawnAt == null && (invitationId == null || i.Id == invitationId))
            .Join(db.Meetings.AsNoTracking(), i => i.MeetingId, m => m.Id, (i, m) => new { Invitation = i, Meeting = m }).SingleOrDefaultAsync(ct) ?? throw new NotFound();
        var acting = await InOfficeLiftedAsync(db, bearer, found.Invitation, found.Meeting, ct) ?? throw new NotFound();
        return (found.Invitation, found.Meeting, acting);
    }

    /// <summary>Lifted: a unit's person reaches the invitation by the unit; the meeting's facts are shared with all who are invited.</summary>
    private static Task<Meeting> MeetingLiftedAsync(PortalDb db, Invitation invitation, CancellationToken ct) =>
        db.Meetings.IgnoreQueryFilters([PortalDb.ReachFilter]).AsNoTracking().SingleAsync(m => m.Id == invitation.MeetingId, ct);

    /// <summary>Lifted: a signed-in person answers as liaison officer where the unit named that person, for whoever holds the seat.</summary>
    private static async Task<Acting> SignedInLiftedAsync(PortalDb db, Invitation invitation, Meeting meeting, CancellationToken ct)
    {
        var (people, units, holders) = (db.People, db.Units, HoldersAtLifted(db, meeting));
        var names = await db.Accounts.Where(a => a.Id == db.Who.AccountId).Select(a => new
        {
            IsLiaison = a.PersonId != null && units.Any(u => u.Id == invitation.UnitId && u.LiaisonOfficerId == a.PersonId),
            Actor = people.Where(p => p.Id == a.PersonId).Select(p => p.Name).FirstOrDefault(),
            Principal = holders.Where(h => h.SeatId == invitation.SeatId).Select(h => people.Where(p => p.Id == h.PersonId).Select(p => p.Name).First()).FirstOrDefault(),
        }).SingleAsync(ct);
        return new Acting(names.IsLiaison ? ReplySource.LiaisonOfficer : ReplySource.Holder, names.Actor, names.Principal);
    }

    /// <summary>Lifted: a link reaches neither the roster nor the unit; only whether its own bearer is still there is asked, and for whom. Null when not.</summary>
    private static async Task<Acting?> InOfficeLiftedAsync(PortalDb db, Bearer bearer, Invitation invitation, Meeting meeting, CancellationToken ct)
    {
        var (people, holders) = (db.People, HoldersAtLifted(db, meeting).Where(a => a.SeatId == invitation.SeatId));
        var names = bearer.Office == Addressee.Holder
            ? await holders.Where(a => a.PersonId == bearer.PersonId).Select(a => people.Where(p => p.Id == a.PersonId).Select(p => p.Name).First())
                .Select(name => new { Actor = name, Principal = (string?)name }).FirstOrDefaultAsync(ct)
            : await db.Units.IgnoreQueryFilters([PortalDb.ReachFilter]).Where(u => u.Id == invitation.UnitId && u.LiaisonOfficerId == bearer.PersonId).Select(u => new
            {
                Actor = people.Where(p => p.Id == u.LiaisonOfficerId).Select(p => p.Name).First(),
                Principal = (string?)holders.Select(a => people.Where(p => p.Id == a.PersonId).Select(p => p.Name).First()).FirstOrDefault(),
            }).FirstOrDefaultAsync(ct);
        return names is null ? null : new Acting(Invitation.SourceOf(bearer.Office), names.Actor, names.Principal);
    }

    /// <summary>
    /// Who held the seats on the meeting's day and was due, as was known when the meeting began (before it begins: as is known now).
    /// That freezes past papers without a job: later corrections supersede rows, and those are newer.
    /// </summary>
    public static IQueryable<Appointment> HoldersAt(PortalDb db, Meeting meeting) => Holders(db.Appointments, db.Suspensions, meeting, db.Now);

    /// <summary>Lifted: whoever is invited sees for whom.</summary>
    public static IQueryable<Appointment> HoldersAtLifted(PortalDb db, Meeting meeting) => Holders(
        db.Appointments.IgnoreQueryFilters([PortalDb.ReachFilter]), db.Suspensions.IgnoreQueryFilters([PortalDb.ReachFilter]), meeting, db.Now);

    private static IQueryable<Appointment> Holders(IQueryable<Appointment> appointments, IQueryable<Suspension> suspensions, Meeting meeting, DateTimeOffset now)
    {
        var day = meeting.Day;
        var known = now < meeting.StartsAt ? now : meeting.StartsAt;
        return appointments.Where(a => a.From <= day && (a.Until == null || a.Until > day)
            && a.RecordedAt <= known && (a.SupersededAt == null || a.SupersededAt > known)
            && !suspensions.Any(s => s.SeatId == a.SeatId && s.From <= day && (s.Until == null || s.Until > day)
                && s.RecordedAt <= known && (s.SupersededAt == null || s.SupersededAt > known)));
    }

    /// <summary>The invitations of seats that somebody held on their meeting's day and that were not suspended, as was known when the meeting began.</summary>
    public static IQueryable<Invitation> Due(PortalDb db)
    {
        var (now, meetings, appointments, suspensions) = (db.Now, db.Meetings, db.Appointments, db.Suspensions);
        return db.Invitations.AsNoTracking().Where(i => i.WithdrawnAt == null && meetings.Any(m => m.Id == i.MeetingId
            && appointments.Any(a => a.SeatId == i.SeatId && a.From <= m.Day && (a.Until == null || a.Until > m.Day) && a.RecordedAt <= m.StartsAt
                && (a.SupersededAt == null || a.SupersededAt > (m.StartsAt < now ? m.StartsAt : now)))
            && !suspensions.Any(s => s.SeatId == i.SeatId && s.From <= m.Day && (s.Until == null || s.Until > m.Day) && s.RecordedAt <= m.StartsAt
                && (s.SupersededAt == null || s.SupersededAt > (m.StartsAt < now ? m.StartsAt : now)))));
    }
}
