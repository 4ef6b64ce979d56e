using CoBuilding.Data;

namespace CoBuilding.Meetings;

/// <summary>
/// One seat's invitation to one meeting. It follows the seat's holder until the meeting starts; from then on the holder is
/// the one who was known at that moment.
/// </summary>
public sealed class Invitation : Tenanted
{
    public required Guid MeetingId { get; init; }
    public required Guid SeatId { get; init; }
    public required Guid PlaceId { get; init; }
    public Guid? UnitId { get; init; }

    /// <summary>Removed from a draft, or withdrawn after the notice, then with person and reason.</summary>
    public DateTimeOffset? WithdrawnAt { get; private set; }
    public string? WithdrawnBy { get; private set; }

    /// <summary>The reason shown to the unit; null if removed from a draft, about which no unit was informed.</summary>
    public string? WithdrawnBecause { get; private set; }

    public Reply? Reply { get; private set; }
    public string? SubstituteName { get; private set; }
    public string? SubstitutePost { get; private set; }

    /// <summary>Seen by the host's staff alone.</summary>
    [Secret]
    public string? LeaveReason { get; private set; }
    public DateTimeOffset? RepliedAt { get; private set; }
    public ReplySource? ReplySource { get; private set; }

    /// <summary>
    /// Who gave the answer by link or signed in, and for whom: the seat's holder then. Both by name, as the answer was given.
    /// </summary>
    public string? AnsweredBy { get; private set; }
    public string? AnsweredFor { get; private set; }

    /// <summary>Who told the clerk by phone.</summary>
    public string? ToldBy { get; private set; }

    /// <summary>After the reply deadline.</summary>
    public bool IsLate { get; private set; }

    /// <summary>The host's decision on leave or a substitute that needs consent; null if none is needed.</summary>
    public Consent? Consent { get; private set; }
    public DateTimeOffset? DecidedAt { get; private set; }
    public string? DecidedBy { get; private set; }

    /// <summary>The message to the unit.</summary>
    public string? DecisionWords { get; private set; }
    public Presence? Presence { get; private set; }

    /// <summary>The time of arrival or leaving, in China.</summary>
    public TimeOnly? PresenceTime { get; private set; }

    /// <summary>The substitute present, if not the announced one.</summary>
    public string? UnannouncedSubstitute { get; private set; }

    /// <summary>The decision on an unannounced substitute, if consent is needed; null otherwise.</summary>
    public Consent? UnannouncedConsent { get; private set; }
    public DateTimeOffset? PresenceMarkedAt { get; private set; }
    public string? PresenceMarkedBy { get; private set; }
    public PresenceSource? PresenceSource { get; private set; }

    /// <summary>Why it was marked or changed after the day.</summary>
    public string? PresenceReason { get; private set; }

    /// <summary>The properties changed by a reply; empty if the same reply is already recorded.</summary>
    /// <exception cref="RuleBroken">The meeting allows no substitutes.</exception>
    public IReadOnlyDictionary<string, object?> Answer(Answer answer, Acting acting, DateTimeOffset at, Meeting meeting)
    {
        if (answer.Reply == Meetings.Reply.Substitute && meeting.Substitutes == SubstitutePolicy.NotAllowed)
            throw AttendanceRules.NoSubstitutes();
        if (
            Reply == answer.Reply
            && SubstituteName == answer.SubstituteName
            && SubstitutePost == answer.SubstitutePost
            && LeaveReason == answer.LeaveReason
            && ToldBy == answer.ToldBy
        )
            return new Dictionary<string, object?>();
        var change = new Dictionary<string, object?>
        {
            [nameof(Reply)] = answer.Reply,
            [nameof(SubstituteName)] = answer.SubstituteName,
            [nameof(SubstitutePost)] = answer.SubstitutePost,
            [nameof(LeaveReason)] = answer.LeaveReason,
            [nameof(RepliedAt)] = at,
            [nameof(ReplySource)] = acting.Source,
            [nameof(AnsweredBy)] = acting.Actor,
            [nameof(AnsweredFor)] = acting.Principal,
            [nameof(ToldBy)] = answer.ToldBy,
            [nameof(IsLate)] = at > meeting.ReplyBy,
        };
        var asks =
            answer.Reply == Meetings.Reply.Leave
                ? meeting.AsksLeave
                : answer.Reply == Meetings.Reply.Substitute && meeting.Substitutes == SubstitutePolicy.AllowedWithApproval;
        Consent? consent = asks ? Meetings.Consent.Asked : null;
        if (Consent != consent)
            change[nameof(Consent)] = consent;
        // A decision on the previous reply does not apply to the new one.
        if (DecidedAt is not null)
            (change[nameof(DecidedAt)], change[nameof(DecidedBy)], change[nameof(DecisionWords)]) = (null, null, null);
        return change;
    }

    /// <summary>Adds to a draft's list, or removes from it.</summary>
    public void List(bool isInvited, DateTimeOffset at) => WithdrawnAt = isInvited ? null : WithdrawnAt ?? at;

    /// <summary>Withdraws the invitation after the notice. The reply stays on record.</summary>
    /// <exception cref="RuleBroken">
    /// The notice is not issued, the meeting has begun or was canceled, or attendance is already marked.
    /// </exception>
    public void Withdraw(string reason, string by, Meeting meeting, DateTimeOffset at)
    {
        meeting.CheckInviting(at);
        if (Presence is not null)
            throw AttendanceRules.IsMarked();
        (WithdrawnAt, WithdrawnBy, WithdrawnBecause) = (at, by, reason);
    }

    /// <summary>Invites again; the earlier reply is void.</summary>
    /// <exception cref="RuleBroken">The notice is not issued, or the meeting has begun or was canceled.</exception>
    public void Restore(Meeting meeting, DateTimeOffset at)
    {
        meeting.CheckInviting(at);
        (WithdrawnAt, WithdrawnBy, WithdrawnBecause) = (null, null, null);
        AskAgain();
    }

    /// <exception cref="RuleBroken">It is withdrawn.</exception>
    public void CheckStands()
    {
        if (WithdrawnAt is not null)
            throw MeetingsRules.IsWithdrawn();
    }

    /// <summary>Asks again: the reply and early marks become void.</summary>
    public void AskAgain()
    {
        (Reply, SubstituteName, SubstitutePost, LeaveReason) = (null, null, null, null);
        (RepliedAt, ReplySource, AnsweredBy, AnsweredFor, ToldBy, IsLate) = (null, null, null, null, null, false);
        (Consent, DecidedAt, DecidedBy, DecisionWords) = (null, null, null, null);
        (Presence, PresenceTime, UnannouncedSubstitute, UnannouncedConsent, PresenceReason) = (null, null, null, null, null);
        (PresenceMarkedAt, PresenceMarkedBy, PresenceSource) = (null, null, null);
    }

    /// <summary>Records the host's decision on leave or the substitute.</summary>
    /// <param name="by">Who decides.</param>
    /// <exception cref="RuleBroken">No decision is pending, or the meeting allows no substitutes.</exception>
    public void Decide(bool agrees, string? words, string by, Meeting meeting, DateTimeOffset at)
    {
        if (UnannouncedConsent is not null && meeting.Substitutes == SubstitutePolicy.NotAllowed)
            throw AttendanceRules.NeverSubstitutes();
        var word = agrees ? Meetings.Consent.Granted : Meetings.Consent.Refused;
        if (UnannouncedConsent is not null)
            UnannouncedConsent = word;
        else if (Consent is not null)
            Consent = word;
        else
            throw AttendanceRules.NothingToDecide();
        (DecidedAt, DecidedBy, DecisionWords) = (at, by, words);
    }

    /// <summary>Who was there, as seen or signed.</summary>
    /// <param name="time">Since when, or until when.</param>
    /// <param name="standIn">The substitute present, if not the one named in the reply.</param>
    /// <exception cref="RuleBroken">The day is over and no reason is given.</exception>
    public void Mark(Presence? presence, TimeOnly? time, string? standIn, Meeting meeting, AttendanceMark marking)
    {
        var isSubstitute = presence == Meetings.Presence.Substitute;
        time = presence is Meetings.Presence.Late or Meetings.Presence.LeftEarly ? time : null;
        standIn = isSubstitute && standIn != SubstituteName ? standIn : null;
        if (Presence == presence && PresenceTime == time && UnannouncedSubstitute == standIn)
            return;
        var isAnnounced = Reply == Meetings.Reply.Substitute && standIn is null;
        if (!isSubstitute || isAnnounced || meeting.Substitutes == SubstitutePolicy.Free)
            UnannouncedConsent = null;
        else if (UnannouncedConsent is null || UnannouncedSubstitute != standIn)
            UnannouncedConsent = meeting.Substitutes == SubstitutePolicy.NotAllowed ? Meetings.Consent.Refused : Meetings.Consent.Asked;
        (Presence, PresenceTime, UnannouncedSubstitute, PresenceReason) = (presence, time, standIn, marking.ReasonOrRefuse());
        var isMarked = presence is not null;
        (PresenceMarkedAt, PresenceMarkedBy, PresenceSource) = (
            isMarked ? marking.At : null,
            isMarked ? marking.By : null,
            isMarked ? marking.Source : null
        );
    }

    /// <summary>
    /// The attendance of a due seat: exactly one of present, substitute, leave, absent or not marked. A substitute without the
    /// required consent counts as absent. <see cref="Invitations.Outcomes"/> is the database equivalent.
    /// </summary>
    public static Outcome OutcomeOf(Reply? reply, Consent? consent, Presence? presence, Consent? standIn) =>
        presence switch
        {
            Meetings.Presence.Present or Meetings.Presence.Late or Meetings.Presence.LeftEarly => Outcome.Present,
            Meetings.Presence.Substitute
                when (standIn ?? (reply == Meetings.Reply.Substitute ? consent : null)) is null or Meetings.Consent.Granted =>
                Outcome.Substitute,
            _ when reply == Meetings.Reply.Leave && consent is null or Meetings.Consent.Granted => Outcome.Leave,
            null => Outcome.Unmarked,
            _ => Outcome.Absent,
        };

    internal static ReplySource SourceOf(Addressee addressee) =>
        addressee == Addressee.Holder ? Meetings.ReplySource.Holder : Meetings.ReplySource.LiaisonOfficer;
}
