using CoBuilding.Data;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Access;

/// <summary>Revokes the address of one's own calendar.</summary>
public sealed class CloseFeed(Door door)
{
    public sealed record Form : WritingForm;

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.OwnAccount, form, ct);
        await EndAsync(db, ct);
        await db.CommitAsync(ct);
    }

    internal static async Task EndAsync(PortalDb db, CancellationToken ct)
    {
        foreach (var feed in await db.CalendarFeeds.Where(f => f.RevokedAt == null).ToListAsync(ct))
            feed.RevokedAt = db.Now;
    }
}
