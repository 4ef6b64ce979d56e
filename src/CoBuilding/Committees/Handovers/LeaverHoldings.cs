using CoBuilding.Data;
using CoBuilding.Units;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Committees.Handovers;

/// <summary>What a person leaving a unit holds on the day; used by the check page and the handover, so that they cannot differ.</summary>
internal sealed record LeaverHoldings(Post? Passing, IReadOnlyList<Post> Staying)
{
    /// <summary>
    /// The post that is handed over: the secretary's, or a person's first one. Once the follower is the unit's secretary it has
    /// already passed, and only seats are left to hand over.
    /// </summary>
    public static async Task<LeaverHoldings> ReadAsync(
        PortalDb db,
        Guid unitId,
        Guid leaverId,
        Guid? followerId,
        DateOnly from,
        CancellationToken ct
    )
    {
        var posts = await db
            .Posts.On(from)
            .Where(o => o.UnitId == unitId && (o.PersonId == leaverId || o.PersonId == followerId))
            .OrderByDescending(o => o.IsSecretary)
            .ThenBy(o => o.From)
            .ThenBy(o => o.Id)
            .ToListAsync(ct);
        var own = posts.Where(o => o.PersonId == leaverId).ToList();
        var hasPassed = own is not [{ IsSecretary: true }, ..] && posts.Exists(o => o.PersonId == followerId && o.IsSecretary);
        return hasPassed ? new(null, own) : new(own.FirstOrDefault(), [.. own.Skip(1)]);
    }

    /// <summary>The leaver's current appointments on the unit's seats within reach that would end on the day.</summary>
    public static IQueryable<Appointment> Seats(PortalDb db, Guid unitId, Guid leaverId, DateOnly from) =>
        db.Appointments.Known().NotEndedBy(from).Where(a => a.UnitId == unitId && a.PersonId == leaverId && a.From < from);
}
