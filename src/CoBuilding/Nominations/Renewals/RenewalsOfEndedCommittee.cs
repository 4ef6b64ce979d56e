using CoBuilding.Committees;
using CoBuilding.Contracts;
using CoBuilding.Data;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Nominations.Renewals;

/// <summary>A renewal that is open when its committee is dissolved is canceled.</summary>
internal sealed class RenewalsOfEndedCommittee : IEndsWithCommittee
{
    public async Task EndAsync(PortalDb db, CommitteeEnd ending, CancellationToken ct)
    {
        if (!ending.WasEstablished)
            return;
        var open = db.Renewals.Where(r => r.CommitteeId == ending.CommitteeId && r.State == RenewalState.Open);
        foreach (var renewal in await open.ToListAsync(ct))
            renewal.Cancel(db.Today, ending.Reason);
    }
}
