using CoBuilding.Access;
using CoBuilding.Data;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Jobs.Outbox;

/// <summary>
/// Marks messages as uncertain that a crashed runner was sending. They may have been sent, so they are not retried automatically.
/// </summary>
public sealed class MarkMessagesUncertain(Door door)
{
    public sealed record Form : WritingForm;

    private const int Most = 500;

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.SendMessages, form, ct);
        var since = db.Now - Message.LongestInHand;
        var left = await db
            .Messages.Where(m => m.State == MessageState.Sending && m.ClaimedAt < since)
            .OrderBy(m => m.ClaimedAt)
            .Take(Most)
            .SkipLocked()
            .ToListAsync(ct);
        foreach (var message in left)
            message.MarkUncertain();
        await db.CommitAsync(ct);
    }
}
