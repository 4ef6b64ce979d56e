using CoBuilding.Data;

namespace CoBuilding.Contracts;

/// <summary>What becomes of a room's rows when a committee ends: it is dissolved, or its preparation is given up.</summary>
public interface IEndsWithCommittee
{
    /// <summary>
    /// Changes rows, and does not commit: the use case that ends the committee does, under <see cref="Access.Right.ManageCommittees"/> and
    /// within the reach of that right.
    /// </summary>
    Task EndAsync(PortalDb db, Guid committeeId, string reason, CancellationToken ct);
}
