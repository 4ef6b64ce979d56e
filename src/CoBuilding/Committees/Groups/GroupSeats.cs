using CoBuilding.Data;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Committees.Groups;

internal static class GroupSeats
{
    /// <summary>From a day on these seats are in the group; those that are no longer end on it. Two statements.</summary>
    /// <exception cref="NotFound">One of the seats is not the committee's.</exception>
    public static async Task SetAsync(PortalDb db, Group group, GroupForm form, CancellationToken ct)
    {
        var (on, ids) = (form.On!.Value, form.SeatIds);
        var seats = await db.Seats.AsNoTracking().Where(s => s.CommitteeId == group.CommitteeId && ids.Contains(s.Id)).ToListAsync(ct);
        if (seats.Count < ids.Count) throw new NotFound();
        var members = await db.GroupSeats.Where(s => s.GroupId == group.Id && s.SupersededAt == null && (s.Until == null || s.Until > on)).ToListAsync(ct);
        foreach (var left in members.Where(m => !(ids.Contains(m.SeatId) && m.Leads == (m.SeatId == form.LeaderId) && m.From <= on))) End(db, left, on);
        foreach (var seat in seats.Where(s => !members.Exists(m => m.SeatId == s.Id && m.SupersededAt is null))) db.GroupSeats.Add(group.Take(seat, seat.Id == form.LeaderId, on, db.Now));
        if (db.Entry(group).State != EntityState.Added) db.Touch(group);
    }

    /// <summary>The groups end on a day, and with them every part in them.</summary>
    /// <exception cref="RuleBroken">One of them has ended, or would end before it began.</exception>
    public static async Task EndAsync(PortalDb db, IReadOnlyList<Group> groups, DateOnly on, CancellationToken ct)
    {
        foreach (var group in groups) group.End(on);
        var ids = groups.Select(g => g.Id).ToList();
        foreach (var member in await db.GroupSeats.Where(s => ids.Contains(s.GroupId) && s.SupersededAt == null && (s.Until == null || s.Until > on)).ToListAsync(ct)) End(db, member, on);
    }

    private static void End(PortalDb db, GroupSeat member, DateOnly on)
    {
        if (member.EndOn(on, db.Now) is { } ended) db.GroupSeats.Add(ended);
    }
}
