using CoBuilding.Contracts;
using CoBuilding.Data;

namespace CoBuilding.Nominations;

/// <summary>Nominations under way for a committee that ends are withdrawn.</summary>
internal sealed class NominationsOfEndedCommittee : IEndsWithCommittee
{
    public Task EndAsync(PortalDb db, CommitteeEnd end, CancellationToken ct) =>
        NominationsUnderWay.WithdrawAsync(db, end.CommitteeId, null, end.Reason, ct);
}
