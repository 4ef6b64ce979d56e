using CoBuilding.Data;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Access;

/// <summary>Makes the address of one's own calendar. It is said this once, and ends the one before.</summary>
public sealed class OpenFeed(Door door)
{
    public sealed record Form : WritingForm
    {
        /// <summary>Made with the form, so that a repeat means the same address.</summary>
        public string Secret { get; init; } = Secrets.Make();
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.OwnAccount, form, ct);
        await CloseFeed.EndAsync(db, ct);
        db.CalendarFeeds.Add(new CalendarFeed { AccountId = db.JournalActor.AccountId!.Value, TokenHash = Secrets.Hash(form.Secret), MadeAt = db.Now });
        await db.CommitAsync(ct);
    }
}
