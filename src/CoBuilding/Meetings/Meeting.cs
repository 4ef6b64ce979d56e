using CoBuilding.Data;
using CoBuilding.Meetings.Words;
using CoBuilding.Texts;

namespace CoBuilding.Meetings;

/// <summary>A meeting of one host committee, to which units are invited.</summary>
public sealed class Meeting : Tenanted
{
    public required Guid CommitteeId { get; init; }
    public required Guid PlaceId { get; init; }
    public required MeetingKind Kind { get; set; }

    /// <summary>The district's word for it.</summary>
    public required Guid KindId { get; set; }
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

    [Secret]
    public required string ContactPhone { get; set; }
    public string? Remark { get; set; }
    public DateTimeOffset? NotifiedAt { get; private set; }

    /// <summary>Raised by each material change after the notice: then everybody is asked again.</summary>
    public int NoticeRevision { get; private set; }

    /// <summary>Of messages about it: raised with each change, with a postponement and with the cancellation.</summary>
    public int MessageRevision => NoticeRevision + (CancelledAt is null ? 0 : 1);
    public DateTimeOffset? CancelledAt { get; private set; }
    public string? CancelReason { get; private set; }
    public DateTimeOffset? PostponedAt { get; private set; }
    public string? PostponeReason { get; private set; }

    /// <summary>
    /// The policy: the district's settings when the notice was issued or everybody was asked again. Later changes do not affect it.
    /// </summary>
    public SubstitutePolicy Substitutes { get; private set; }
    public bool AsksLeave { get; private set; }
    public QuorumRule QuorumRule { get; private set; }
    public int? QuorumNumber { get; private set; }
    public bool QuorumCountsSubstitutes { get; private set; }

    public Quorum Quorum => new(QuorumRule, QuorumNumber, QuorumCountsSubstitutes);

    /// <summary>The progress since it was held, from <see cref="MeetingState.MinutesDrafted"/> on; null: nothing was written yet.</summary>
    public MeetingState? MinutesStage { get; private set; }

    public MeetingState StateAt(DateTimeOffset now) =>
        CancelledAt is not null ? MeetingState.Cancelled
        : NotifiedAt is null ? MeetingState.Draft
        : PostponedAt is not null ? MeetingState.Postponed
        : StartsAt <= now ? MinutesStage ?? MeetingState.Held
        : MeetingState.Notified;

    /// <exception cref="RuleBroken">It was sent before, was canceled, or its start has passed.</exception>
    public void Notify(int invited, DateTimeOffset now)
    {
        if (CancelledAt is not null)
            throw MeetingsRules.IsCancelled();
        if (NotifiedAt is not null)
            throw MeetingsRules.WasNotified();
        if (StartsAt <= now)
            throw MeetingsRules.StartHasPassed();
        if (invited == 0)
            throw MeetingsRules.NobodyInvited();
        (NotifiedAt, NoticeRevision) = (now, 1);
    }

    public void ApplyPolicy(MeetingPolicy ways) =>
        (Substitutes, AsksLeave, QuorumRule, QuorumNumber, QuorumCountsSubstitutes) = (
            ways.Substitutes,
            ways.AsksLeave,
            ways.Quorum.Rule,
            ways.Quorum.Number,
            ways.Quorum.CountsSubstitutes
        );

    /// <summary>
    /// Changes a meeting of which notice was given, or sets the time of a postponed one. True when the change is material: of day, time,
    /// place or kind.
    /// </summary>
    /// <exception cref="RuleBroken">It has begun or was canceled, its minutes are being written, or the new start has passed.</exception>
    public bool Change(
        MeetingKind kind,
        Guid kindId,
        DateTimeOffset startsAt,
        DateTimeOffset endsAt,
        string venue,
        DateTimeOffset replyBy,
        DateTimeOffset now
    )
    {
        Open(now);
        if (startsAt <= now)
            throw MeetingsRules.StartHasPassed();
        var material =
            NotifiedAt is not null
            && (PostponedAt is not null || kindId != KindId || startsAt != StartsAt || endsAt != EndsAt || venue != Venue);
        if (material)
            ExpectUnwritten();
        (Kind, KindId, StartsAt, EndsAt, Venue, ReplyBy, PostponedAt, PostponeReason) = (
            kind,
            kindId,
            startsAt,
            endsAt,
            venue,
            replyBy,
            null,
            null
        );
        if (material)
            NoticeRevision++;
        return material;
    }

    /// <summary>Postpones it; replies become void. <see cref="Change"/> sets the time.</summary>
    /// <exception cref="RuleBroken">
    /// No notice is out, or it has begun, was canceled or postponed, or its minutes are being written.
    /// </exception>
    public void Postpone(string reason, DateTimeOffset now)
    {
        if (NotifiedAt is null)
            throw MeetingsRules.NotNotified();
        if (PostponedAt is not null)
            throw MeetingsRules.IsPostponed();
        Open(now);
        ExpectUnwritten();
        (PostponedAt, PostponeReason) = (now, reason);
        NoticeRevision++;
    }

    /// <exception cref="RuleBroken">It has begun or was canceled, or its minutes are being written.</exception>
    public void Cancel(string reason, DateTimeOffset now)
    {
        Open(now);
        ExpectUnwritten();
        (CancelledAt, CancelReason) = (now, reason);
    }

    /// <exception cref="RuleBroken">Answers are closed.</exception>
    public void CheckAnswerable(DateTimeOffset now)
    {
        if (NotifiedAt is null)
            throw new NotFound();
        if (PostponedAt is not null)
            throw MeetingsRules.IsPostponed();
        Open(now);
    }

    /// <exception cref="RuleBroken">No notice is out, or it has begun or was canceled, or its minutes are being written.</exception>
    public void CheckInviting(DateTimeOffset now)
    {
        if (NotifiedAt is null)
            throw MeetingsRules.NotNotified();
        Open(now);
        ExpectUnwritten();
    }

    /// <exception cref="RuleBroken">The meeting has not begun, so nobody can be present.</exception>
    public void CheckMarkable(DateTimeOffset now)
    {
        if (CancelledAt is not null)
            throw MeetingsRules.IsCancelled();
        if (PostponedAt is not null)
            throw MeetingsRules.IsPostponed();
        if (!MayBeMarked(now))
            throw MeetingsRules.NotBegun();
    }

    /// <summary>Guests arrive early: the sheet opens half an hour before.</summary>
    public bool MayBeMarked(DateTimeOffset now) => MarkedFrom <= now;

    /// <summary>Half an hour before the start; null while no notice is out, and when it was canceled or postponed.</summary>
    public DateTimeOffset? MarkedFrom =>
        NotifiedAt is not null && CancelledAt is null && PostponedAt is null ? StartsAt - TimeSpan.FromMinutes(30) : null;

    /// <exception cref="RuleBroken">It was canceled.</exception>
    public void CheckNotCancelled()
    {
        if (CancelledAt is not null)
            throw MeetingsRules.IsCancelled();
    }

    /// <summary>Sets the progress of minutes and resolutions.</summary>
    /// <exception cref="RuleBroken">The meeting has not begun, so nobody can be present.</exception>
    public void RecordMinutesProgress(MeetingState state, DateTimeOffset now)
    {
        CheckMarkable(now);
        MinutesStage = state;
    }

    /// <summary>Minutes may be started before the planned time; from then on the meeting cannot be changed.</summary>
    private void ExpectUnwritten()
    {
        if (MinutesStage is not null)
            throw MeetingsRules.IsWrittenUp();
    }

    private void Open(DateTimeOffset now)
    {
        if (CancelledAt is not null)
            throw MeetingsRules.IsCancelled();
        if (NotifiedAt is not null && PostponedAt is null && StartsAt <= now)
            throw MeetingsRules.HasBegun();
    }
}
