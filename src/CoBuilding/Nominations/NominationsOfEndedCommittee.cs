using CoBuilding.Contracts;
using CoBuilding.Data;

namespace CoBuilding.Nominations;

/// <summary>Nominations under way for a committee that ends are withdrawn.</summary>
internal sealed class NominationsOfEndedCommittee : IEndsWithCommittee
{
    public Task EndAsync(PortalDb db, CommitteeEnd ending, CancellationToken ct) =>
        NominationsUnderWay.WithdrawAsync(db, ending.CommitteeId, null, ending.Reason, ct);
}
