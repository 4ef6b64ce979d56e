using CoBuilding.Data;
using CoBuilding.Places;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Access;

/// <summary>One account with its grants.</summary>
public sealed class SeeAccount(Door door)
{
    public sealed record Answer(
        Guid Id,
        string Login,
        string DisplayName,
        string Place,
        DateTimeOffset CreatedAt,
        DateTimeOffset? ClosedAt,
        DateTimeOffset? LockedUntil,
        bool IsOwn,
        IReadOnlyList<GrantRow> Grants
    );

    public sealed record GrantRow(Guid Id, Role Role, string Place, Guid? UnitId, DateOnly From, DateOnly? Until, bool IsCurrent);

    public async Task<Answer> AskAsync(Scope scope, Guid accountId, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.ManageAccounts, ct);
        var account =
            await db
                .Accounts.AsNoTracking()
                .Where(a => a.Id == accountId)
                .Join(db.Places, a => a.PlaceId, p => p.Id, (a, p) => new { a, p.Name })
                .SingleOrDefaultAsync(ct)
            ?? throw new NotFound();
        var grants = await db
            .Grants.AsNoTracking()
            .Where(g => g.AccountId == accountId)
            .Join(db.Places, g => g.PlaceId, p => p.Id, (g, p) => new { g, p.Name })
            .OrderBy(x => x.g.From)
            .ThenBy(x => x.g.Id)
            .ToListAsync(ct);
        return new Answer(
            account.a.Id,
            account.a.Login,
            account.a.DisplayName,
            account.Name,
            account.a.CreatedAt,
            account.a.ClosedAt,
            account.a.LockedUntil > db.Now ? account.a.LockedUntil : null,
            account.a.Id == db.JournalActor.AccountId,
            [.. grants.Select(x => new GrantRow(x.g.Id, x.g.Role, x.Name, x.g.UnitId, x.g.From, x.g.Until, x.g.IsOn(db.Today)))]
        );
    }
}
