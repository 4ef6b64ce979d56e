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
        var roles = await OwnRolesLiftedAsync(db, ct);
        return new Answer(account.Login, account.DisplayName, account.PersonId, account.MustChangePassword, roles);
    }

    /// <summary>Lifted: grants belong to places and units, while this right reaches only the own account.</summary>
    private static async Task<IReadOnlyList<Role>> OwnRolesLiftedAsync(PortalDb db, CancellationToken ct) =>
        await db
            .Grants.IgnoreQueryFilters([PortalDb.ReachFilter])
            .AsNoTracking()
            .On(db.Today)
            .Where(g => g.AccountId == db.JournalActor.AccountId)
            .Select(g => g.Role)
            .Distinct()
            .ToListAsync(ct);
}
