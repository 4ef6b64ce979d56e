using CoBuilding.Data;
using CoBuilding.Units;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Committees.Handovers;

/// <summary>What somebody who leaves a unit holds on the day: read alike by the check page and by the handover itself, so that they cannot disagree.</summary>
internal sealed record LeaverHoldings(Post? Passing, IReadOnlyList<Post> Staying)
{
    /// <summary>
    /// The post that changes hands is the secretary's; of somebody else the first one. Once the follower is the unit's secretary it has
    /// passed already, and only seats are left to hand over.
    /// </summary>
    public static async Task<LeaverHoldings> ReadAsync(PortalDb db, Guid unitId, Guid leaverId, Guid? followerId, DateOnly from, CancellationToken ct)
    {
        var posts = await db.Posts.Where(o => o.UnitId == unitId && (o.PersonId == leaverId || o.PersonId == followerId) && o.From <= from && (o.Until == null || o.Until > from))
            .OrderByDescending(o => o.IsSecretary).ThenBy(o => o.From).ThenBy(o => o.Id).ToListAsync(ct);
        var own = posts.Where(o => o.PersonId == leaverId).ToList();
        var hasPassed = own is not [{ IsSecretary: true }, ..] && posts.Exists(o => o.PersonId == followerId && o.IsSecretary);
        return hasPassed ? new(null, own) : new(own.FirstOrDefault(), [.. own.Skip(1)]);
    }

    /// <summary>The leaver's current appointments on the unit's seats within reach that would end on the day.</summary>
    public static IQueryable<Appointment> Seats(PortalDb db, Guid unitId, Guid leaverId, DateOnly from) =>
        db.Appointments.Where(a => a.UnitId == unitId && a.PersonId == leaverId && a.SupersededAt == null && a.From < from && (a.Until == null || a.Until > from));
}
