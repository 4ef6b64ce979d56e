using CoBuilding.Access;
using CoBuilding.Data;

namespace CoBuilding.Jobs;

public enum MessageState
{
    /// <summary>In line, or waiting for its next try.</summary>
    Waiting,

    /// <summary>A runner has it in hand: written down before it is handed over, so that no crash can make it go out twice.</summary>
    Sending,
    Sent,

    /// <summary>It was refused for good, or every try failed. Staff may have it tried again.</summary>
    Failed,

    /// <summary>It may have arrived: the connection or the portal died after it was handed over. Staff decide; it is not sent again by itself.</summary>
    Uncertain,

    /// <summary>The addressee has no address of this kind.</summary>
    Unaddressed,

    /// <summary>When its turn came there was nothing to say any more.</summary>
    Dropped,
}

/// <summary>Why a message is not with its receiver.</summary>
public enum DeliveryFailure
{
    /// <summary>No connection: name, network, certificate.</summary>
    NotReached,

    /// <summary>The address lies in a network, or lacks TLS, that the operator does not allow.</summary>
    AddressForbidden,

    /// <summary>The server said that it cannot now.</summary>
    ServerFailed,

    /// <summary>The server said no: a wrong key, a wrong address, a text that it does not take.</summary>
    Refused,

    /// <summary>The server named another address, which is not followed.</summary>
    Redirected,

    /// <summary>No answer in time after it was handed over.</summary>
    NoAnswer,

    /// <summary>An answer that says neither yes nor no.</summary>
    UnclearAnswer,

    /// <summary>The portal itself was stopped while it had the message in hand.</summary>
    Interrupted,

    /// <summary>Writing the text failed; the log knows more.</summary>
    NotWritten,
}

/// <summary>
/// One message to one addressee, or to a group, by one channel. It holds to whom and about what, never the address and never the text:
/// both are made when its turn comes (<see cref="ClaimMessage"/>), and a personal link with them.
/// </summary>
public sealed class Message : Tenanted
{
    /// <summary>After so many tries in about three hours it has failed.</summary>
    public const int MostTries = 6;

    /// <summary>A message in hand for longer than any sending takes was left behind by a runner that died.</summary>
    public static readonly TimeSpan LongestInHand = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(2);

    /// <summary>Whose text it is: the name of a <see cref="MessageWriter"/>.</summary>
    public required string Writer { get; init; }
    public required ChannelKind Channel { get; init; }
    public required Guid PlaceId { get; init; }

    /// <summary>What it is about as a whole: the meeting.</summary>
    public required Guid WithinId { get; init; }

    /// <summary>What it is about for this addressee: the invitation. Null to a group.</summary>
    public Guid? SubjectId { get; init; }

    /// <summary>Null to a group.</summary>
    public Guid? PersonId { get; init; }
    public Addressee? Addressee { get; init; }

    /// <summary>Raised with each change of what it is about, so that what overtook it is known.</summary>
    public required int MessageRevision { get; init; }

    /// <summary>Outside the district's hours it waits for the morning.</summary>
    public bool WaitsForSendingHours { get; init; }
    public required DateTimeOffset QueuedAt { get; init; }

    /// <summary>UTC; not tried before.</summary>
    public required DateTimeOffset DueAt { get; set; }
    public MessageState State { get; private set; } = MessageState.Waiting;
    public int Tries { get; private set; }
    public DateTimeOffset? ClaimedAt { get; private set; }
    public DateTimeOffset? SentAt { get; private set; }
    public DeliveryFailure? Failure { get; private set; }

    /// <summary>The server's own code, such as <c>SMTP 550</c>; never its words, which may hold anything.</summary>
    public string? Detail { get; private set; }

    private bool NeedsAHand => State is MessageState.Failed or MessageState.Uncertain or MessageState.Unaddressed;

    public static Message WithoutAddress(Message message)
    {
        message.State = MessageState.Unaddressed;
        return message;
    }

    public void Claim(DateTimeOffset now) => (State, ClaimedAt, Tries) = (MessageState.Sending, now, Tries + 1);

    public void FindNoAddress() => State = MessageState.Unaddressed;

    public void Drop() => State = MessageState.Dropped;

    /// <summary>What became of the try that was under way.</summary>
    /// <param name="luck">0 to 1: spreads the next tries of many messages that failed together.</param>
    public void Record(Delivery delivery, DateTimeOffset now, double luck)
    {
        if (State != MessageState.Sending) return;
        (Failure, Detail) = (delivery.Failure, delivery.Detail);
        switch (delivery.End)
        {
            case DeliveryOutcome.Accepted:
                (State, SentAt) = (MessageState.Sent, now);
                break;
            case DeliveryOutcome.Retry when Tries < MostTries:
                (State, DueAt) = (MessageState.Waiting, now + WaitAfter(Tries, luck));
                break;
            case DeliveryOutcome.Unknown:
                State = MessageState.Uncertain;
                break;
            default:
                State = MessageState.Failed;
                break;
        }
    }

    /// <summary>30 seconds, then four times as long each time, two hours at most; a fifth more or less.</summary>
    internal static TimeSpan WaitAfter(int tries, double luck)
    {
        var wait = FirstWait * Math.Pow(4, tries - 1);
        return (wait < LongestWait ? wait : LongestWait) * (0.8 + (0.4 * luck));
    }

    /// <summary>The runner that had it in hand is gone.</summary>
    public void MarkUncertain()
    {
        if (State == MessageState.Sending) (State, Failure, Detail) = (MessageState.Uncertain, Jobs.DeliveryFailure.Interrupted, null);
    }

    /// <param name="mayArriveTwice">Whoever asks knows that it may have arrived already.</param>
    /// <exception cref="RuleBroken">It is under way or arrived, or may have arrived and nobody has said that twice would be all right.</exception>
    public void TryAgain(bool mayArriveTwice, DateTimeOffset now)
    {
        if (!NeedsAHand) throw JobsRules.NothingToTryAgain();
        if (State == MessageState.Uncertain && !mayArriveTwice) throw JobsRules.MayHaveArrived();
        (State, DueAt, Tries, Failure, Detail) = (MessageState.Waiting, now, 0, null, null);
    }

    /// <summary>The receiver says that it arrived.</summary>
    /// <exception cref="RuleBroken">It was not in doubt.</exception>
    public void Confirm()
    {
        if (State != MessageState.Uncertain) throw JobsRules.NotInDoubt();
        (State, SentAt, Failure, Detail) = (MessageState.Sent, ClaimedAt, null, null);
    }

    /// <exception cref="RuleBroken">It is under way or arrived.</exception>
    public void Dismiss()
    {
        if (!NeedsAHand) throw JobsRules.NothingToDismiss();
        State = MessageState.Dropped;
    }
}
