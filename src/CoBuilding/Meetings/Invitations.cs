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
}
