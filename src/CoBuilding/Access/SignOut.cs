using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Access;

/// <summary>Ends this browser's session, or every session of the account.</summary>
public sealed class SignOut(Door door)
{
    public sealed record Form : WritingForm
    {
        public bool Everywhere { get; init; }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.OwnAccount, form, ct);
        var open = await db
            .Sessions.Where(s => s.AccountId == db.JournalActor.AccountId && s.EndedAt == null)
            .Where(s => form.Everywhere || s.Id == db.JournalActor.SessionId)
            .ToListAsync(ct);
        foreach (var session in open)
            session.EndedAt = db.Now;
        await db.CommitAsync(ct);
    }
}
