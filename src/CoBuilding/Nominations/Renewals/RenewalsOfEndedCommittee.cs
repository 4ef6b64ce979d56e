using CoBuilding.Committees;
using CoBuilding.Contracts;
using CoBuilding.Data;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Nominations.Renewals;

/// <summary>A renewal that is open when its committee is dissolved is canceled.</summary>
internal sealed class RenewalsOfEndedCommittee : IEndsWithCommittee
{
    public async Task EndAsync(PortalDb db, Guid committeeId, string reason, CancellationToken ct)
    {
        var open = db.Renewals.Where(r => r.CommitteeId == committeeId && r.State == RenewalState.Open);
        foreach (var renewal in await open.ToListAsync(ct))
            renewal.Cancel(db.Today, reason);
    }
}
