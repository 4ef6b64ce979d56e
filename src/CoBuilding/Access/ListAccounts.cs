using CoBuilding.Data;
using CoBuilding.Places;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Access;

/// <summary>The accounts that the actor may manage.</summary>
public sealed class ListAccounts(Door door)
{
    public sealed record Question : ListQuestion
    {
        public Role? Role { get; init; }
        public bool WithClosed { get; init; }
    }

    public sealed record Row(Guid Id, string Login, string DisplayName, string Place, DateTimeOffset CreatedAt, DateTimeOffset? ClosedAt)
    {
        public IReadOnlyList<Role> Roles { get; init; } = [];
    }

    public async Task<Page<Row>> AskAsync(Scope scope, Question question, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.ManageAccounts, ct);
        var needle = question.NameNeedle();
        var current = db.Grants.On(db.Today);
        var page = await db
            .Accounts.AsNoTracking()
            .Where(a => question.WithClosed || a.ClosedAt == null)
            .Where(a => needle == null || a.FindKeys.Contains(needle))
            .Where(a => question.Role == null || current.Any(g => g.AccountId == a.Id && g.Role == question.Role))
            .Join(db.Places, a => a.PlaceId, p => p.Id, (a, p) => new { a, p })
            .OrderBy(x => x.p.Code)
            .ThenBy(x => x.a.NormalizedLogin)
            .Select(x => new Row(x.a.Id, x.a.Login, x.a.DisplayName, x.p.Name, x.a.CreatedAt, x.a.ClosedAt))
            .PageAsync(question, ct);
        var ids = page.Rows.Select(r => r.Id).ToList();
        var roles = (await current.Where(g => ids.Contains(g.AccountId)).Select(g => new { g.AccountId, g.Role }).ToListAsync(ct)).ToLookup(
            g => g.AccountId,
            g => g.Role
        );
        return page with { Rows = [.. page.Rows.Select(r => r with { Roles = [.. roles[r.Id].Distinct().Order()] })] };
    }
}
