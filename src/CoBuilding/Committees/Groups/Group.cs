using CoBuilding.Data;

namespace CoBuilding.Committees.Groups;

/// <summary>
/// A working group of a committee for one subject. Its members are seats: the holder of a seat is in the group, without a separate letter.
/// </summary>
public sealed class Group : Tenanted
{
    public required Guid CommitteeId { get; init; }
    public required Guid PlaceId { get; init; }
    public required string Name { get; set; }

    /// <summary>Its purpose.</summary>
    public string? Purpose { get; set; }
    public required DateOnly From { get; init; }
    public DateOnly? Until { get; private set; }
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>A seat belongs to the group from a day on.</summary>
    /// <exception cref="RuleBroken">The group or the seat is not there on that day.</exception>
    public GroupSeat Take(Seat seat, bool leads, DateOnly from, DateTimeOffset now)
    {
        ExpectOn(from);
        if (from < seat.From || seat.Until <= from) throw GroupsRules.SeatNotThere(seat.Title);
        return new GroupSeat { GroupId = Id, CommitteeId = CommitteeId, PlaceId = PlaceId, SeatId = seat.Id, Leads = leads, From = from, RecordedAt = now };
    }

    /// <exception cref="RuleBroken">It has ended, or would end before it began.</exception>
    public void End(DateOnly on)
    {
        ExpectOn(on);
        if (on == From) throw GroupsRules.EndsBeforeItBegins(From);
        Until = on;
    }

    /// <summary>Its last day is the committee's; empty where it was to begin later.</summary>
    internal void EndWithCommittee(DateOnly on) => Until = on > From ? on : From;

    /// <exception cref="RuleBroken">The group is not there on that day.</exception>
    internal void ExpectOn(DateOnly day)
    {
        if (Until is { } ended) throw GroupsRules.HasEnded(ended);
        if (day < From) throw GroupsRules.EndsBeforeItBegins(From);
    }
}

/// <summary>
/// A seat in a group from a day until (not including) another, or open. What becomes known later supersedes the row, as with appointments.
/// </summary>
public sealed class GroupSeat : Tenanted
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
        return on <= From ? null : new GroupSeat
        {
            GroupId = GroupId, CommitteeId = CommitteeId, PlaceId = PlaceId, SeatId = SeatId, Leads = Leads, From = From, Until = on, RecordedAt = now,
        };
    }
}
