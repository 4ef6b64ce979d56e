using CoBuilding.Contracts;
using CoBuilding.Data;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.ProofRoom.Noticeboard;

/// <summary>What hangs in the name of a body that ends is taken down.</summary>
internal sealed class NoticesOfEndedCommittee : IEndsWithCommittee
{
    public async Task EndAsync(PortalDb db, Guid committeeId, string reason, CancellationToken ct)
    {
        foreach (var notice in await db.HangingNotices.Where(n => n.CommitteeId == committeeId).ToListAsync(ct))
            notice.TakeDown();
    }
}
