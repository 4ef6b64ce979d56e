using CoBuilding.Access;
using CoBuilding.Contracts;
using CoBuilding.Data;
using CoBuilding.Units;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Committees.Records;

/// <summary>
/// Merges two records of one unit. The survivor appears in lists and pickers. Current people of the other, with grants and accounts, move
/// to it; past posts stay and are shown at the survivor. What belongs to the duplicate in other rooms may refuse it.
/// </summary>
public sealed class MergeUnits(Door door, IEnumerable<IRefusesMerge> rooms)
{
    public sealed record Form : WritingForm
    {
        public Guid DuplicateId { get; init; }
        public long ExpectedVersion { get; init; }
        public Guid? SurvivorId { get; set; }

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape() => RuleFor(f => f.SurvivorId).NotNull();
        }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.ManageUnits, form, ct);
        var duplicate = await PortalDb.FindAsync(db.Units, form.DuplicateId, ct);
        await db.ExpectAsync(duplicate, form.ExpectedVersion, ct);
        var survivor = await PortalDb.FindAsync(db.Units, form.SurvivorId!.Value, ct);
        if (!survivor.ResidesOn(db.Today))
            throw DuplicatesRules.SurvivorHasLeft(survivor.Name);
        if (await db.Units.AnyAsync(u => u.MergedIntoId == duplicate.Id, ct))
            throw DuplicatesRules.HasDuplicates(duplicate.Name);
        duplicate.MergeInto(survivor);
        foreach (var room in rooms)
            await room.CheckUnitsAsync(db, new(duplicate.Id, duplicate.Name, survivor.Id, survivor.Name), ct);
        await TakeOverAsync(db, duplicate, survivor, ct);
        await db.CommitAsync(ct);
    }

    private static async Task TakeOverAsync(PortalDb db, ResidentUnit duplicate, ResidentUnit survivor, CancellationToken ct)
    {
        var hasSecretary = await db.Posts.NotEndedBy(db.Today).AnyAsync(o => o.UnitId == survivor.Id && o.IsSecretary, ct);
        var posts = await db.Posts.NotEndedBy(db.Today).Where(o => o.UnitId == duplicate.Id).ToListAsync(ct);
        // A unit has one secretary: where both records name one, the clerk sees both on the page and ends one's post.
        if (hasSecretary && posts.Any(o => o.IsSecretary))
            throw DuplicatesRules.BothHaveSecretaries(duplicate.Name, survivor.Name);
        foreach (var post in posts)
            post.MoveTo(survivor);
        survivor.LiaisonOfficerId ??= duplicate.LiaisonOfficerId;
        foreach (var grant in await db.Grants.Where(g => g.UnitId == duplicate.Id).ToListAsync(ct))
            (grant.UnitId, grant.PlaceId) = (survivor.Id, survivor.PlaceId);
        foreach (var account in await db.Accounts.Where(a => a.UnitId == duplicate.Id).ToListAsync(ct))
            (account.UnitId, account.PlaceId) = (survivor.Id, survivor.PlaceId);
    }
}
