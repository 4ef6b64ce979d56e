using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Access;

/// <summary>Whether one's own calendar has an address. The address itself cannot be shown: only its hash is stored.</summary>
public sealed class SeeFeed(Door door)
{
    public sealed record Answer(DateTimeOffset? MadeAt);

    public async Task<Answer> AskAsync(Scope scope, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.OwnAccount, ct);
        return new Answer(
            await db.CalendarFeeds.Where(f => f.RevokedAt == null).Select(f => (DateTimeOffset?)f.MadeAt).FirstOrDefaultAsync(ct)
        );
    }
}
