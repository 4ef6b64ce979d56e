using CoBuilding.Data;

namespace CoBuilding.Contracts;

/// <summary>A room of whose items resolutions are made: a meeting's minutes.</summary>
public interface IResolutionSource
{
    /// <summary>Whether the item is of that meeting, within the reach of the use case that asks.</summary>
    Task<bool> HasAsync(PortalDb db, Guid meetingId, Guid itemId, CancellationToken ct);
}
