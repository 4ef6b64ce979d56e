namespace CoBuilding.Access;

/// <summary>Makes the address of one's own calendar. It is shown once, and replaces the previous one.</summary>
public sealed class OpenFeed(Door door)
{
    public sealed record Form : WritingForm
    {
        /// <summary>Created with the form, so that a repeat creates the same address.</summary>
        [NotCompared]
        public string Secret { get; init; } = Secrets.Make();
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.OwnAccount, form, ct);
        await CloseFeed.EndAsync(db, ct);
        db.CalendarFeeds.Add(
            new CalendarFeed
            {
                AccountId = db.JournalActor.AccountId!.Value,
                TokenHash = Secrets.Hash(form.Secret),
                MadeAt = db.Now,
            }
        );
        await db.CommitAsync(ct);
    }
}
