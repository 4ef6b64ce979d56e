using CoBuilding.Data;

namespace CoBuilding.Committees.Groups;

/// <summary>
/// A seat in a group from a day until (not including) another, or open. What becomes known later supersedes the row, as with appointments.
/// </summary>
public sealed class GroupSeat : Tenanted, ILasts, IRecorded
{
    public required Guid GroupId { get; init; }
    public required Guid CommitteeId { get; init; }
    public required Guid PlaceId { get; init; }
    public required Guid SeatId { get; init; }

    /// <summary>Its holder leads the group.</summary>
    public required bool Leads { get; init; }
    public required DateOnly From { get; init; }
    public DateOnly? Until { get; init; }
    public required DateTimeOffset RecordedAt { get; init; }
    public DateTimeOffset? SupersededAt { get; private set; }

    /// <summary>Supersedes this row by one that ends on a day; null if it had not begun by then and will not.</summary>
    public GroupSeat? EndOn(DateOnly on, DateTimeOffset now)
    {
        SupersededAt = now;
        return on <= From
            ? null
            : new GroupSeat
            {
                GroupId = GroupId,
                CommitteeId = CommitteeId,
                PlaceId = PlaceId,
                SeatId = SeatId,
                Leads = Leads,
                From = From,
                Until = on,
                RecordedAt = now,
            };
    }
}
