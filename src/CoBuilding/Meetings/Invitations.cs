using CoBuilding.Committees;
using CoBuilding.Data;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Meetings;

internal static class Invitations
{
    /// <summary>Lifted: a unit's person reaches the invitation by the unit; the meeting's facts are shared with all who are invited.</summary>
    public static async Task<Meeting> MeetingLiftedAsync(PortalDb db, Invitation invitation, CancellationToken ct) =>
        await db.Meetings.IgnoreQueryFilters([PortalDb.ReachFilter]).AsNoTracking().SingleAsync(m => m.Id == invitation.MeetingId, ct);

    /// <summary>
    /// Who held the seats on the meeting's day, as was known when the meeting began (before it begins: as is known now).
    /// That freezes past papers without a job: later corrections supersede rows, and those are newer.
    /// </summary>
    public static IQueryable<Appointment> HoldersAt(IQueryable<Appointment> appointments, DateOnly day, DateTimeOffset start, DateTimeOffset now)
    {
        var known = now < start ? now : start;
        return appointments.Where(a => a.From <= day && (a.Until == null || a.Until > day)
            && a.RecordedAt <= known && (a.SupersededAt == null || a.SupersededAt > known));
    }

    /// <summary>The invitations of seats that somebody held on their meeting's day, as was known when the meeting began.</summary>
    public static IQueryable<Invitation> Due(PortalDb db)
    {
        var (now, meetings, appointments) = (db.Now, db.Meetings, db.Appointments);
        return db.Invitations.AsNoTracking().Where(i => i.WithdrawnAt == null && meetings.Any(m => m.Id == i.MeetingId && appointments.Any(a =>
            a.SeatId == i.SeatId && a.From <= m.Day && (a.Until == null || a.Until > m.Day) && a.RecordedAt <= m.StartsAt
            && (a.SupersededAt == null || a.SupersededAt > (m.StartsAt < now ? m.StartsAt : now)))));
    }
}
