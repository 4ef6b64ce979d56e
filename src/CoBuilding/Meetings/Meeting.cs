using CoBuilding.Data;
using CoBuilding.Meetings.Attendance;

namespace CoBuilding.Meetings;

public enum MeetingKind
{
    Joint,
    Regular,
    Topic,
    Liaison,
}

public enum MeetingState
{
    Draft,

    /// <summary>The notice is out; replies are open until the start.</summary>
    Notified,

    /// <summary>It has begun: replies are closed, attendance can be marked.</summary>
    Held,
    Cancelled,
}

/// <summary>A meeting of one host committee. Units are invited to it as equals.</summary>
public sealed class Meeting : Tenanted
{
    public required Guid CommitteeId { get; init; }
    public required Guid PlaceId { get; init; }
    public required MeetingKind Kind { get; set; }
    public required string Title { get; set; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset StartsAt
    {
        get;
        set
        {
            field = value;
            Day = value.ChinaDate();
        }
    }

    /// <summary>The day of the start, in China.</summary>
    public DateOnly Day { get; private set; }

    /// <summary>UTC; the planned end. Links for answering end with it.</summary>
    public required DateTimeOffset EndsAt { get; set; }
    public required string Venue { get; set; }

    /// <summary>UTC. Later answers count as well and are marked late.</summary>
    public required DateTimeOffset ReplyBy { get; set; }
    public required string ContactName { get; set; }
    [Secret] public required string ContactPhone { get; set; }
    public string? Remark { get; set; }
    public DateTimeOffset? NotifiedAt { get; private set; }

    /// <summary>Raised by each material change after the notice: then everybody is asked again.</summary>
    public int Round { get; private set; }
    public DateTimeOffset? CancelledAt { get; private set; }
    public string? CancelReason { get; private set; }

    /// <summary>By what it goes: the district's settings when notice was given or everybody was asked again. Later ones do not change it.</summary>
    public SubstitutePolicy Substitutes { get; private set; }
    public bool AsksLeave { get; private set; }
    public QuorumRule QuorumRule { get; private set; }
    public int? QuorumNumber { get; private set; }
    public bool QuorumCountsSubstitutes { get; private set; }

    public Quorum Quorum => new(QuorumRule, QuorumNumber, QuorumCountsSubstitutes);

    public MeetingState StateAt(DateTimeOffset now) =>
        CancelledAt is not null ? MeetingState.Cancelled : NotifiedAt is null ? MeetingState.Draft
        : StartsAt <= now ? MeetingState.Held : MeetingState.Notified;

    /// <exception cref="RuleBroken">It was sent before, was cancelled, or its start has passed.</exception>
    public void Notify(int invited, DateTimeOffset now)
    {
        if (CancelledAt is not null) throw MeetingsRules.IsCancelled();
        if (NotifiedAt is not null) throw MeetingsRules.WasNotified();
        if (StartsAt <= now) throw MeetingsRules.StartHasPassed();
        if (invited == 0) throw MeetingsRules.NobodyInvited();
        (NotifiedAt, Round) = (now, 1);
    }

    public void GoBy(MeetingWays ways) => (Substitutes, AsksLeave, QuorumRule, QuorumNumber, QuorumCountsSubstitutes) =
        (ways.Substitutes, ways.AsksLeave, ways.Quorum.Rule, ways.Quorum.Number, ways.Quorum.CountsSubstitutes);

    /// <summary>Changes a meeting of which notice was given. True when the change is material: of day, time, place or kind.</summary>
    /// <exception cref="RuleBroken">It has begun or was cancelled, or the new start has passed.</exception>
    public bool Change(MeetingKind kind, DateTimeOffset startsAt, DateTimeOffset endsAt, string venue, DateTimeOffset replyBy, DateTimeOffset now)
    {
        Open(now);
        if (startsAt <= now) throw MeetingsRules.StartHasPassed();
        var material = NotifiedAt is not null && (kind != Kind || startsAt != StartsAt || endsAt != EndsAt || venue != Venue);
        (Kind, StartsAt, EndsAt, Venue, ReplyBy) = (kind, startsAt, endsAt, venue, replyBy);
        if (material) Round++;
        return material;
    }

    /// <exception cref="RuleBroken">It has begun or was cancelled.</exception>
    public void Cancel(string reason, DateTimeOffset now)
    {
        Open(now);
        (CancelledAt, CancelReason) = (now, reason);
    }

    /// <exception cref="RuleBroken">Answers are closed.</exception>
    public void CheckAnswerable(DateTimeOffset now)
    {
        if (NotifiedAt is null) throw new NotFound();
        Open(now);
    }

    /// <exception cref="RuleBroken">Nobody can have been there yet.</exception>
    public void CheckMarkable(DateTimeOffset now)
    {
        if (StateAt(now) == MeetingState.Cancelled) throw MeetingsRules.IsCancelled();
        if (!MayBeMarked(now)) throw MeetingsRules.NotBegun();
    }

    /// <summary>Guests arrive early: the sheet opens half an hour before.</summary>
    public bool MayBeMarked(DateTimeOffset now) => NotifiedAt is not null && CancelledAt is null && StartsAt - now <= TimeSpan.FromMinutes(30);

    /// <exception cref="RuleBroken">It was cancelled.</exception>
    public void CheckNotCancelled()
    {
        if (CancelledAt is not null) throw MeetingsRules.IsCancelled();
    }

    private void Open(DateTimeOffset now)
    {
        if (CancelledAt is not null) throw MeetingsRules.IsCancelled();
        if (NotifiedAt is not null && StartsAt <= now) throw MeetingsRules.HasBegun();
    }
}

/// <summary>One item of the agenda, in order.</summary>
public sealed class AgendaItem : Tenanted
{
    public required Guid MeetingId { get; init; }
    public required Guid PlaceId { get; init; }
    public required int Ordinal { get; set; }
    public required string Topic { get; set; }
    public DateTimeOffset? RemovedAt { get; set; }
}
