using CoBuilding.Access;
using CoBuilding.Data;

namespace CoBuilding.Meetings;

public enum Reply
{
    Attend,
    Substitute,
    Leave,
}

/// <summary>Where an answer came from.</summary>
public enum ReplySource
{
    Holder,
    LiaisonOfficer,

    /// <summary>The clerk, who was told by phone.</summary>
    Clerk,
}

public enum Presence
{
    Present,
    Late,
    Substitute,
    Absent,
}

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

    /// <summary>Taken off the list before or after the notice.</summary>
    public DateTimeOffset? WithdrawnAt { get; set; }

    public Reply? Reply { get; private set; }
    public string? SubstituteName { get; private set; }
    public string? SubstitutePost { get; private set; }

    /// <summary>Seen by the host's staff alone.</summary>
    [Secret] public string? LeaveReason { get; private set; }
    public DateTimeOffset? RepliedAt { get; private set; }
    public ReplySource? ReplySource { get; private set; }

    /// <summary>Who gave the answer by link or signed in, and for whom: the seat's holder then. Both by name, as the answer was given.</summary>
    public string? AnsweredBy { get; private set; }
    public string? AnsweredFor { get; private set; }

    /// <summary>Who told the clerk by phone.</summary>
    public string? ToldBy { get; private set; }

    /// <summary>After the reply deadline.</summary>
    public bool IsLate { get; private set; }
    public Presence? Presence { get; private set; }
    public DateTimeOffset? PresenceMarkedAt { get; private set; }

    /// <summary>What an answer changes; empty when the same answer stands there already.</summary>
    public IReadOnlyDictionary<string, object?> Answer(Answer answer, Acting acting, DateTimeOffset at, DateTimeOffset replyBy)
    {
        if (Reply == answer.Reply && SubstituteName == answer.SubstituteName && SubstitutePost == answer.SubstitutePost && LeaveReason == answer.LeaveReason
            && ToldBy == answer.ToldBy) return new Dictionary<string, object?>();
        return new Dictionary<string, object?>
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
            [nameof(IsLate)] = at > replyBy,
        };
    }

    /// <summary>Asks again: a material change made the old answer void.</summary>
    public void AskAgain()
    {
        (Reply, SubstituteName, SubstitutePost, LeaveReason) = (null, null, null, null);
        (RepliedAt, ReplySource, AnsweredBy, AnsweredFor, ToldBy, IsLate) = (null, null, null, null, null, false);
    }

    public void Mark(Presence? presence, DateTimeOffset at)
    {
        if (Presence == presence) return;
        (Presence, PresenceMarkedAt) = (presence, presence is null ? null : at);
    }

    /// <summary>Who came of those due: each counts in exactly one of present, substitute, leave, absent, or is not marked yet.</summary>
    public static Outcome OutcomeOf(Reply? reply, Presence? presence) => (presence, reply) switch
    {
        (Meetings.Presence.Present or Meetings.Presence.Late, _) => Outcome.Present,
        (Meetings.Presence.Substitute, _) => Outcome.Substitute,
        (Meetings.Presence.Absent, Meetings.Reply.Leave) or (null, Meetings.Reply.Leave) => Outcome.Leave,
        (Meetings.Presence.Absent, _) => Outcome.Absent,
        _ => Outcome.Unmarked,
    };

    internal static ReplySource SourceOf(Addressee addressee) =>
        addressee == Addressee.Holder ? Meetings.ReplySource.Holder : Meetings.ReplySource.LiaisonOfficer;
}

/// <summary>Who answers, in which office, and for whom.</summary>
/// <param name="Actor">Null when the clerk writes down what was told by phone, or an account has no person.</param>
/// <param name="Principal">The seat's holder on the meeting's day.</param>
public sealed record Acting(ReplySource Source, string? Actor, string? Principal)
{
    /// <summary>Somebody answers for somebody else, and both are known.</summary>
    public bool IsForAnother => Actor is not null && Principal is not null && Actor != Principal;
}

/// <summary>An answer as given, trimmed; fields that its kind does not have are null.</summary>
public sealed record Answer(Reply Reply, string? SubstituteName, string? SubstitutePost, string? LeaveReason, string? ToldBy)
{
    public static Answer Of(Reply reply, string? substituteName, string? substitutePost, string? leaveReason, string? toldBy = null) => new(
        reply,
        reply == Reply.Substitute ? substituteName.OrNull() : null,
        reply == Reply.Substitute ? substitutePost.OrNull() : null,
        reply == Reply.Leave ? leaveReason.OrNull() : null,
        toldBy.OrNull());
}

public enum Outcome
{
    Unmarked,
    Present,
    Substitute,
    Leave,
    Absent,
}
