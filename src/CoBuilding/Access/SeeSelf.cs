using CoBuilding.Data;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Access;

/// <summary>The actor's account and rights, for the shell's menu. It grants nothing: each use case checks again.</summary>
public sealed class SeeSelf(Door door)
{
    public sealed record Answer(string Login, string DisplayName, Guid? PersonId, bool MustChangePassword, IReadOnlyList<Role> Roles)
    {
        public bool May(Right right) => Roles.Any(r => r.Holds(right));
    }

    public async Task<Answer> AskAsync(Scope scope, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.OwnAccount, ct);
        var account = await db.Accounts.AsNoTracking().SingleAsync(a => a.Id == db.JournalActor.AccountId, ct);
        var roles = await OwnRolesAsync(db, ct);
        return new Answer(account.Login, account.DisplayName, account.PersonId, account.MustChangePassword, roles);
    }

    private static async Task<IReadOnlyList<Role>> OwnRolesAsync(PortalDb db, CancellationToken ct) =>
        await db
            .Grants.Lifted("the actor's own roles, which belong to places and units, while the right reaches the account")
            .AsNoTracking()
            .On(db.Today)
            .Where(g => g.AccountId == db.JournalActor.AccountId)
            .Select(g => g.Role)
            .Distinct()
            .ToListAsync(ct);
}
