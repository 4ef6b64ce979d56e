using CoBuilding.Data;

namespace CoBuilding.Committees.Groups;

/// <summary>
/// A working group of a committee for one subject. Its members are seats: the holder of a seat is in the group, without a separate letter.
/// </summary>
public sealed class Group : Tenanted, ILasts
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
        if (!seat.IsOn(from))
            throw GroupsRules.SeatNotThere(seat.Title);
        return new GroupSeat
        {
            GroupId = Id,
            CommitteeId = CommitteeId,
            PlaceId = PlaceId,
            SeatId = seat.Id,
            Leads = leads,
            From = from,
            RecordedAt = now,
        };
    }

    /// <exception cref="RuleBroken">It has ended, or would end before it began.</exception>
    public void End(DateOnly on)
    {
        ExpectOn(on);
        if (on == From)
            throw GroupsRules.EndsBeforeItBegins(From);
        Until = on;
    }

    /// <summary>Its last day is the committee's; empty where it was to begin later.</summary>
    internal void EndWithCommittee(DateOnly on) => Until = on > From ? on : From;

    /// <exception cref="RuleBroken">The group is not there on that day.</exception>
    internal void ExpectOn(DateOnly day)
    {
        if (Until is { } ended)
            throw GroupsRules.HasEnded(ended);
        if (day < From)
            throw GroupsRules.EndsBeforeItBegins(From);
    }
}
