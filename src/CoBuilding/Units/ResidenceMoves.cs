using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Places;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Units;

internal static class ResidenceMoves
{
    /// <summary>Since its last move; null where the unit never moved.</summary>
    public static Task<Residence?> NowAsync(PortalDb db, ResidentUnit unit, CancellationToken ct) =>
        db.Residences.Known().SingleOrDefaultAsync(r => r.UnitId == unit.Id && r.Until == null, ct);

    /// <summary>The unit's place, and with it who reaches its posts, grants and accounts.</summary>
    public static async Task MoveAlongAsync(PortalDb db, ResidentUnit unit, Place place, CancellationToken ct)
    {
        unit.PlaceId = place.Id;
        foreach (var post in await db.Posts.Where(p => p.UnitId == unit.Id).ToListAsync(ct))
            post.PlaceId = place.Id;
        foreach (var grant in await db.Grants.Where(g => g.UnitId == unit.Id).ToListAsync(ct))
            grant.PlaceId = place.Id;
        foreach (var account in await db.Accounts.Where(a => a.UnitId == unit.Id).ToListAsync(ct))
            account.PlaceId = place.Id;
    }
}
