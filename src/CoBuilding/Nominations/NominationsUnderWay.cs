using CoBuilding.Committees;
using CoBuilding.Data;
using CoBuilding.Places;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Nominations;

internal static class NominationsUnderWay
{
    /// <summary>Withdraws open nominations of a committee or a renewal that can no longer lead to an appointment.</summary>
    public static async Task WithdrawAsync(PortalDb db, Guid committeeId, Guid? renewalId, string reason, CancellationToken ct)
    {
        foreach (var nomination in await UnderWay(db, committeeId, renewalId).ToListAsync(ct))
            db.NominationSteps.Add(nomination.Withdraw(new StepDetails(db.Today, db.Now, null, reason)));
    }

    public static IQueryable<Nomination> UnderWay(PortalDb db, Guid committeeId, Guid? renewalId) =>
        UnderWay(db.Nominations)
            .Where(n => n.CommitteeId == committeeId && (renewalId == null || n.RenewalId == renewalId))
            .OrderByDeclared(n => n.Role)
            .ThenBy(n => n.Id);

    /// <summary><see cref="NominationStates.IsUnderWay"/>, for the database.</summary>
    public static IQueryable<Nomination> UnderWay(IQueryable<Nomination> nominations) =>
        nominations.Where(n =>
            n.State != NominationState.Appointed && n.State != NominationState.Rejected && n.State != NominationState.Withdrawn
        );

    /// <exception cref="RuleBroken">The actor is not responsible for the level above.</exception>
    public static async Task CheckLevelAboveAsync(PortalDb db, Nomination nomination, CancellationToken ct)
    {
        if (!LevelAbove.IsWithin(db, await PortalDb.FindAsync(db.Places, nomination.PlaceId, ct)))
            throw NominationsRules.NotLevelAbove();
    }
}
