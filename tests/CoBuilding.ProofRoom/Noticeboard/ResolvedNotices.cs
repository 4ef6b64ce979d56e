using CoBuilding.Contracts;
using CoBuilding.Data;
using CoBuilding.Meetings;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.ProofRoom.Noticeboard;

/// <summary>What hangs in the name of the meeting's body, of which a resolution can be made.</summary>
internal sealed class ResolvedNotices : IResolutionSource
{
    public Task<bool> HasAsync(PortalDb db, Guid meetingId, Guid itemId, CancellationToken ct)
    {
        var meetings = db.Meetings;
        return db.Notices.AnyAsync(n => n.Id == itemId && meetings.Any(m => m.Id == meetingId && m.CommitteeId == n.CommitteeId), ct);
    }
}
