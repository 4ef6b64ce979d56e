using CoBuilding.Data;
using CoBuilding.Places;

namespace CoBuilding.Access;

/// <summary>Closes an account: its sessions and grants end with it.</summary>
public sealed class CloseAccount(Door door)
{
    public sealed record Form : WritingForm
    {
        public Guid AccountId { get; init; }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.ManageAccounts, form, ct);
        var account = await PortalDb.FindAsync(db.Accounts, form.AccountId, ct);
        if (account.Id == db.JournalActor.AccountId)
            throw AccessRules.OwnClosing();
        foreach (var grant in await GrantAuthority.AllAsync(db, account.Id, ct))
        {
            await GrantAuthority.CheckAsync(db, grant.Role, await PortalDb.FindAsync(db.Places, grant.PlaceId, ct), ct);
            grant.Until = grant.From > db.Today ? grant.From : db.Today;
        }
        account.ClosedAt ??= db.Now;
        await db.CommitAsync(ct);
    }
}
