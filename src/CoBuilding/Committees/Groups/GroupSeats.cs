using CoBuilding.Data;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Committees.Groups;

internal static class GroupSeats
{
    /// <summary>Sets the seats of the group from a day on; a later planned end is replaced. Two statements.</summary>
    /// <exception cref="RuleBroken">The group or a seat is not there on that day.</exception>
    /// <exception cref="NotFound">One of the seats is not the committee's.</exception>
    public static async Task SetAsync(PortalDb db, Group group, GroupForm form, CancellationToken ct)
    {
        var (on, ids) = (form.On!.Value, form.SeatIds);
        group.ExpectOn(on);
        var seats = await db.Seats.AsNoTracking().Where(s => s.CommitteeId == group.CommitteeId && ids.Contains(s.Id)).ToListAsync(ct);
        if (seats.Count < ids.Count)
            throw new NotFound();
        var members = await db.GroupSeats.Known().NotEndedBy(on).Where(s => s.GroupId == group.Id).ToListAsync(ct);
        foreach (
            var left in members.Where(m =>
                !(ids.Contains(m.SeatId) && m.Leads == (m.SeatId == form.LeaderId) && m.From <= on && m.Until is null)
            )
        )
            End(db, left, on);
        foreach (var seat in seats.Where(s => !members.Exists(m => m.SeatId == s.Id && m.IsKnown())))
            db.GroupSeats.Add(group.Take(seat, seat.Id == form.LeaderId, on, db.Now));
        if (db.Entry(group).State != EntityState.Added)
            db.Touch(group);
    }

    /// <summary>The group ends on a day, and with it every part in it.</summary>
    /// <exception cref="RuleBroken">It has ended, or would end before it began.</exception>
    public static Task EndAsync(PortalDb db, Group group, DateOnly on, CancellationToken ct)
    {
        group.End(on);
        return EndPartsAsync(db, db.GroupSeats.Where(s => s.GroupId == group.Id), on, ct);
    }

    /// <summary>The committee ends on a day: all its groups end, and future ones do not begin.</summary>
    public static async Task EndAllAsync(PortalDb db, Guid committeeId, DateOnly on, CancellationToken ct)
    {
        foreach (var group in await db.Groups.NotEndedBy(on).Where(g => g.CommitteeId == committeeId).ToListAsync(ct))
            group.EndWithCommittee(on);
        await EndPartsAsync(db, db.GroupSeats.Where(s => s.CommitteeId == committeeId), on, ct);
    }

    private static async Task EndPartsAsync(PortalDb db, IQueryable<GroupSeat> parts, DateOnly on, CancellationToken ct)
    {
        foreach (var member in await parts.Known().NotEndedBy(on).ToListAsync(ct))
            End(db, member, on);
    }

    private static void End(PortalDb db, GroupSeat member, DateOnly on)
    {
        if (member.EndOn(on, db.Now) is { } ended)
            db.GroupSeats.Add(ended);
    }
}
