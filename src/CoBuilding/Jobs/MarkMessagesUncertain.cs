using CoBuilding.Access;
using CoBuilding.Data;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Jobs;

/// <summary>Puts messages in doubt that a runner had in hand when it died. They may have gone out, so they are not sent again by themselves.</summary>
public sealed class MarkMessagesUncertain(Door door)
{
    public sealed record Form : WritingForm;

    private const int Most = 500;

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.SendMessages, form, ct);
        var since = db.Now - Message.LongestInHand;
        var left = await db.Messages.Where(m => m.State == MessageState.Sending && m.ClaimedAt < since).OrderBy(m => m.ClaimedAt).Take(Most).SkipLocked().ToListAsync(ct);
        foreach (var message in left) message.MarkUncertain();
        await db.CommitAsync(ct);
    }
}
