using CoBuilding.Contracts;
using CoBuilding.Data;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Minutes;

/// <summary>The items of minutes, of which resolutions are made.</summary>
internal sealed class ResolvedItems : IResolutionSource
{
    public Task<bool> HasAsync(PortalDb db, Guid meetingId, Guid itemId, CancellationToken ct)
    {
        var minutes = db.Minutes;
        return db.MinutesItems.AnyAsync(i => i.Id == itemId && minutes.Any(m => m.Id == i.MinutesId && m.MeetingId == meetingId), ct);
    }
}
