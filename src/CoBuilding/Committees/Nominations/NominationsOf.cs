using CoBuilding.Data;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Committees.Nominations;

internal static class NominationsOf
{
    /// <summary>Takes back what is under way for a committee, or for one of its renewals, because there is nothing left to be appointed to.</summary>
    public static async Task WithdrawAsync(PortalDb db, Guid committeeId, Guid? renewalId, string reason, CancellationToken ct)
    {
        foreach (var nomination in await UnderWay(db, committeeId, renewalId).ToListAsync(ct))
            db.NominationSteps.Add(nomination.Withdraw(new StepNote(nomination.StateOn > db.Today ? nomination.StateOn : db.Today, db.Now, null, reason)));
    }

    public static IQueryable<Nomination> UnderWay(PortalDb db, Guid committeeId, Guid? renewalId) => db.Nominations
        .Where(n => n.CommitteeId == committeeId && (renewalId == null || n.RenewalId == renewalId))
        .Where(n => n.State != NominationState.Appointed && n.State != NominationState.Rejected && n.State != NominationState.Withdrawn)
        .OrderBy(n => n.Role).ThenBy(n => n.Id);
}
