using CoBuilding.Data;

namespace CoBuilding.Meetings;

/// <summary>An observer: a named person without a seat. Counted separately from those due.</summary>
public sealed class Guest : Tenanted
{
    public required Guid MeetingId { get; init; }
    public required Guid PlaceId { get; init; }
    public required string Name { get; init; }
    public string? UnitName { get; init; }
    public string? Post { get; init; }
    public DateTimeOffset? WithdrawnAt { get; private set; }

    /// <summary>Observers have no substitutes.</summary>
    public Presence? Presence { get; private set; }
    public DateTimeOffset? PresenceMarkedAt { get; private set; }
    public PresenceSource? PresenceSource { get; private set; }

    /// <summary>Why it was marked or changed after the day.</summary>
    public string? PresenceReason { get; private set; }

    public bool IsPresent => Presence is Meetings.Presence.Present or Meetings.Presence.Late or Meetings.Presence.LeftEarly;

    /// <summary>The meeting is moved: earlier marks become void.</summary>
    public void Unmark() => (Presence, PresenceMarkedAt, PresenceSource, PresenceReason) = (null, null, null, null);

    /// <exception cref="RuleBroken">Attendance is marked already.</exception>
    public void Withdraw(DateTimeOffset at)
    {
        if (Presence is not null)
            throw AttendanceRules.GuestIsMarked();
        WithdrawnAt ??= at;
    }

    /// <exception cref="RuleBroken">Of a guest nothing else can be marked, or the day is over and no reason given.</exception>
    public void Mark(Presence? presence, AttendanceMark marking)
    {
        if (Presence == presence)
            return;
        if (presence == Meetings.Presence.Substitute)
            throw AttendanceRules.NobodyForGuests();
        (Presence, PresenceMarkedAt, PresenceSource, PresenceReason) = (
            presence,
            presence is null ? null : marking.At,
            presence is null ? null : marking.Source,
            marking.ReasonOrRefuse()
        );
    }
}
