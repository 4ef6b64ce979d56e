using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Places;
using CoBuilding.Units.UnitKinds;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Units;

/// <summary>One unit with its people and accounts.</summary>
public sealed class SeeUnit(Door door)
{
    /// <param name="Seen">The unit's version; a unit that travelled as JSON has lost its own.</param>
    public sealed record Answer(
        ResidentUnit Unit, string KindName, string Place, string? Street, IReadOnlyList<PostRow> Posts, IReadOnlyList<AccountRow> Accounts, long Seen)
    {
        /// <summary>The kind by the district's words, in the language of the moment.</summary>
        public string KindSaid => DistrictUnitKind.Say(Unit.Kind, KindName);
    }

    /// <param name="Mobile">Masked.</param>
    public sealed record PostRow(Guid PostId, Guid PersonId, string Name, string Title, bool IsSecretary, bool IsLiaisonOfficer, string? Mobile,
        DateOnly From, DateOnly? Until, bool IsCurrent, long PersonSeen);

    public sealed record AccountRow(Guid Id, string Login, string DisplayName, DateTimeOffset? ClosedAt);

    public async Task<Answer> AskAsync(Scope scope, Guid unitId, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.SeeUnits, ct);
        var found = await db.Units.AsNoTracking().Where(u => u.Id == unitId)
            .Join(db.Places, u => u.PlaceId, p => p.Id, (u, p) => new { u, p })
            .Join(db.UnitKinds, x => x.u.KindId, k => k.Id, (x, k) => new { x.u, x.p, Kind = k.Name }).SingleOrDefaultAsync(ct) ?? throw new NotFound();
        var posts = await db.Posts.AsNoTracking().Where(o => o.UnitId == unitId)
            .Join(db.People, o => o.PersonId, p => p.Id, (o, p) => new { o, p })
            .OrderBy(x => x.o.Until != null).ThenByDescending(x => x.o.IsSecretary).ThenByDescending(x => x.o.From).ThenBy(x => x.o.Id)
            .Take(ListQuestion.LargestPage).ToListAsync(ct);
        var accounts = await db.Accounts.AsNoTracking().Where(a => a.UnitId == unitId).OrderBy(a => a.NormalizedLogin)
            .Select(a => new AccountRow(a.Id, a.Login, a.DisplayName, a.ClosedAt)).Take(ListQuestion.LargestPage).ToListAsync(ct);
        return new Answer(found.u, found.Kind, found.p.Name, found.p.Level == PlaceLevel.Community ? found.p.ParentName : null,
            [.. posts.Select(x => new PostRow(x.o.Id, x.p.Id, x.p.Name, x.o.Title, x.o.IsSecretary, x.p.Id == found.u.LiaisonOfficerId,
                Person.Mask(x.p.Mobile), x.o.From, x.o.Until, x.o.IsCurrent(db.Today), x.p.RowVersion))], accounts, found.u.RowVersion);
    }
}
