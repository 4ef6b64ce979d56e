using CoBuilding.Data;
using CoBuilding.Places;

namespace CoBuilding.Access;

/// <summary>Ends a grant today: an open page of its holder loses the right at the next click.</summary>
public sealed class EndGrant(Door door)
{
    public sealed record Form : WritingForm
    {
        public Guid GrantId { get; init; }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.ManageAccounts, form, ct);
        var grant = await PortalDb.FindAsync(db.Grants, form.GrantId, ct);
        var place = await PortalDb.FindAsync(db.Places, grant.PlaceId, ct);
        await GrantAuthority.CheckAsync(db, grant.Role, place, ct);
        if (grant.AccountId == db.JournalActor.AccountId)
            throw AccessRules.OwnClosing();
        grant.Until = grant.From > db.Today ? grant.From : db.Today;
        await db.CommitAsync(ct);
    }
}
