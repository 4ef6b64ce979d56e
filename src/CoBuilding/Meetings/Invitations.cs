using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Data;
using CoBuilding.Units;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Meetings;

internal static class Invitations
{
    /// <summary>
    /// The invitation that may be answered by link or by the unit's own people, with its meeting. A link dies with its addressee's
    /// office: once the seat has another holder for the meeting's day, or the unit another liaison officer, it leads nowhere.
    /// </summary>
    /// <param name="invitationId">Null for a link, which is for one invitation.</param>
    /// <exception cref="NotFound">There is none within reach, or the link's addressee holds that office no longer.</exception>
    public static async Task<(Invitation Invitation, Meeting Meeting)> OfBearerAsync(PortalDb db, Guid? invitationId, CancellationToken ct)
    {
        if (db.Who.Bearer is not { } bearer)
        {
            var own = await db.Invitations.AsNoTracking().SingleOrDefaultAsync(i => i.WithdrawnAt == null && i.Id == invitationId, ct) ?? throw new NotFound();
            return (own, await MeetingLiftedAsync(db, own, ct));
        }
        // A link's reach is its invitation and that meeting.
        var found = await db.Invitations.AsNoTracking().Where(i => i.WithdrawnAt == null && (invitationId == null || i.Id == invitationId))
            .Join(db.Meetings.AsNoTracking(), i => i.MeetingId, m => m.Id, (i, m) => new { Invitation = i, Meeting = m }).SingleOrDefaultAsync(ct) ?? throw new NotFound();
        if (!await IsInOfficeLiftedAsync(db, bearer, found.Invitation, found.Meeting, ct)) throw new NotFound();
        return (found.Invitation, found.Meeting);
    }

    /// <summary>Lifted: a unit's person reaches the invitation by the unit; the meeting's facts are shared with all who are invited.</summary>
    private static Task<Meeting> MeetingLiftedAsync(PortalDb db, Invitation invitation, CancellationToken ct) =>
        db.Meetings.IgnoreQueryFilters([PortalDb.ReachFilter]).AsNoTracking().SingleAsync(m => m.Id == invitation.MeetingId, ct);

    /// <summary>Lifted: a link reaches neither the roster nor the unit; only whether its own bearer is still there is asked.</summary>
    private static Task<bool> IsInOfficeLiftedAsync(PortalDb db, Bearer bearer, Invitation invitation, Meeting meeting, CancellationToken ct) =>
        bearer.Office == Addressee.Holder
            ? HoldersAtLifted(db, meeting).AnyAsync(a => a.SeatId == invitation.SeatId && a.PersonId == bearer.PersonId, ct)
            : db.Units.IgnoreQueryFilters([PortalDb.ReachFilter]).AnyAsync(u => u.Id == invitation.UnitId && u.LiaisonOfficerId == bearer.PersonId, ct);

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
