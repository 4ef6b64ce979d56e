using CoBuilding.Contracts;
using CoBuilding.Data;

namespace CoBuilding.Nominations;

/// <summary>Nominations under way for a committee that ends are withdrawn.</summary>
internal sealed class NominationsOfEndedCommittee : IEndsWithCommittee
{
    public Task EndAsync(PortalDb db, Guid committeeId, string reason, CancellationToken ct) =>
        NominationsUnderWay.WithdrawAsync(db, committeeId, null, reason, ct);
}
