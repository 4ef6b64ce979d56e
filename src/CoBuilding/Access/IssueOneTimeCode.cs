using CoBuilding.Data;
using CoBuilding.Places;

namespace CoBuilding.Access;

/// <summary>For a lost password: a one-time code, read out on the phone, valid for a day.</summary>
public sealed class IssueOneTimeCode(Door door, Accounts accounts)
{
    public sealed record Form : WritingForm
    {
        public Guid AccountId { get; init; }

        [NotCompared]
        public string Code { get; init; } = Secrets.MakeCode();
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.ManageAccounts, form, ct);
        var account = await PortalDb.FindAsync(db.Accounts, form.AccountId, ct);
        // The issuer could use the code, so the account must be within the issuer's power.
        foreach (var grant in await GrantAuthority.AllAsync(db, account.Id, ct))
            await GrantAuthority.CheckAsync(db, grant.Role, await PortalDb.FindAsync(db.Places, grant.PlaceId, ct), ct);
        accounts.IssueOneTimeCode(account, form.Code, db.Now);
        await db.CommitAsync(ct);
    }
}
