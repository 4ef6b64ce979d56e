using CoBuilding.Data;
using CoBuilding.Places;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Access;

/// <summary>Nobody can grant roles above the own one or outside the own places.</summary>
public static class GrantAuthority
{
    /// <exception cref="RuleBroken">No grant of the actor's covers this role there.</exception>
    public static async Task CheckAsync(PortalDb db, Role role, Place place, CancellationToken ct)
    {
        if (db.JournalActor.AccountId is null)
            return;
        var own = await db.Grants.Where(g => g.AccountId == db.JournalActor.AccountId && g.UnitId == null).ToListAsync(ct);
        var covers = own.Where(g => g.IsOn(db.Today) && g.Role.MayGrant(role))
            .Any(g => g.Role == Role.DistrictAdmin || g.PlaceId == place.Id || g.PlaceId == place.ParentId);
        if (!covers)
            throw AccessRules.AboveOwn();
    }

    /// <summary>An account's grants that have not ended, those held elsewhere included.</summary>
    public static async Task<List<Grant>> AllAsync(PortalDb db, Guid accountId, CancellationToken ct) =>
        await db
            .Grants.Lifted("all grants of an account: power over it needs power over each, those held elsewhere included")
            .NotEndedBy(db.Today)
            .Where(g => g.AccountId == accountId)
            .ToListAsync(ct);

    /// <summary>A login: letters of any script, digits, dot, dash, underscore.</summary>
    public static void Login<T>(this IRuleBuilder<T, string> rule) =>
        rule.NotEmpty().Length(2, 40).Matches(@"^[\p{L}\p{Nd}._-]+$").WithMessage(_ => Texts.Wording.T("Access.LoginShape"));
}
