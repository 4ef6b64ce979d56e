using CoBuilding.Data;
using CoBuilding.Places;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Access;

/// <summary>For a lost password: a one-time code, read out on the phone, valid for a day.</summary>
public sealed class GiveCode(Door door, Accounts accounts)
{
    public sealed record Form : WritingForm
    {
        public Guid AccountId { get; init; }
        public string Code { get; init; } = Secrets.MakeCode();
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.ManageAccounts, form, ct);
        var account = await PortalDb.FindAsync(db.Accounts, form.AccountId, ct);
        // Whoever gives the code could use it: so only over accounts whose every role one could grant.
        var grants = await db.Grants.Where(g => g.AccountId == account.Id && (g.Until == null || g.Until > db.Today)).ToListAsync(ct);
        foreach (var grant in grants)
            await Granting.CheckAsync(db, grant.Role, await PortalDb.FindAsync(db.Places, grant.PlaceId, ct), ct);
        accounts.GiveCode(account, form.Code, db.Now);
        await db.CommitAsync(ct);
    }
}
