using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Units;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Committees.Records;

/// <summary>
/// Undoes a merge of units: the record is separate again, and posts entered under it return with their grants and accounts.
/// </summary>
public sealed class UnmergeUnit(Door door)
{
    public sealed record Form : WritingForm
    {
        public Guid DuplicateId { get; init; }
        public long ExpectedVersion { get; init; }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.ManageUnits, form, ct);
        var duplicate = await PortalDb.FindAsync(db.Units, form.DuplicateId, ct);
        await db.ExpectAsync(duplicate, form.ExpectedVersion, ct);
        var survivor = await PortalDb.FindAsync(db.Units, duplicate.MergedIntoId ?? throw DuplicatesRules.NotMerged(duplicate.Name), ct);
        duplicate.Unmerge();
        var posts = await db.Posts.Where(o => o.EnteredAtUnitId == duplicate.Id).ToListAsync(ct);
        Guid[] ids = [.. posts.Select(o => o.Id)],
            people = [.. posts.Select(o => o.PersonId)];
        foreach (var post in posts)
            post.MoveTo(duplicate);
        if (people.Contains(survivor.LiaisonOfficerId ?? Guid.Empty))
            survivor.LiaisonOfficerId = null;
        foreach (
            var grant in await db
                .Grants.Where(g => g.UnitId == survivor.Id && g.PostId != null && ids.Contains(g.PostId.Value))
                .ToListAsync(ct)
        )
            (grant.UnitId, grant.PlaceId) = (duplicate.Id, duplicate.PlaceId);
        foreach (
            var account in await db
                .Accounts.Where(a => a.UnitId == survivor.Id && a.PersonId != null && people.Contains(a.PersonId.Value))
                .ToListAsync(ct)
        )
            (account.UnitId, account.PlaceId) = (duplicate.Id, duplicate.PlaceId);
        await db.CommitAsync(ct);
    }
}
