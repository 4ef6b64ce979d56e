using CoBuilding.Data;

namespace CoBuilding.Jobs;

/// <summary>
/// One message to one addressee, or to a group, by one channel. It contains the addressee and the subject, but not the address or the text:
/// both are determined when it is claimed (<c>ClaimMessage</c>), together with a personal link.
/// </summary>
public sealed class Message : Tenanted
{
    /// <summary>A message claimed for longer than this was left by a crashed runner.</summary>
    public static readonly TimeSpan LongestInHand = TimeSpan.FromMinutes(5);

    /// <summary>Whose text it is: the name of a <see cref="IMessageWriter"/>.</summary>
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

    /// <summary>The revision of its subject, so that outdated messages are recognized.</summary>
    public required int MessageRevision { get; init; }

    /// <summary>Sent only within the district's sending hours.</summary>
    public bool WaitsForSendingHours { get; init; }
    public required DateTimeOffset QueuedAt { get; init; }

    /// <summary>UTC; not tried before.</summary>
    public required DateTimeOffset DueAt { get; set; }
    public MessageState State { get; private set; } = MessageState.Waiting;
    public int Tries { get; private set; }
    public DateTimeOffset? ClaimedAt { get; private set; }
    public DateTimeOffset? SentAt { get; private set; }
    public DeliveryFailure? Failure { get; private set; }

    /// <summary>The server's code, such as <c>SMTP 550</c>; never its text.</summary>
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

    /// <summary>Records the result of the current attempt.</summary>
    /// <param name="jitter">0 to 1: random jitter that spreads retries of messages that failed together.</param>
    public void Record(Delivery delivery, DateTimeOffset now, double jitter)
    {
        if (State != MessageState.Sending)
            return;
        (Failure, Detail) = (delivery.Failure, delivery.Detail);
        switch (delivery.End)
        {
            case DeliveryOutcome.Accepted:
                (State, SentAt) = (MessageState.Sent, now);
                break;
            case DeliveryOutcome.Retry when Tries < MessageRetryPolicy.MostTries:
                (State, DueAt) = (MessageState.Waiting, now + MessageRetryPolicy.WaitAfter(Tries, jitter));
                break;
            case DeliveryOutcome.Unknown:
                State = MessageState.Uncertain;
                break;
            default:
                State = MessageState.Failed;
                break;
        }
    }

    /// <summary>The runner that claimed it has crashed.</summary>
    public void MarkUncertain()
    {
        if (State == MessageState.Sending)
            (State, Failure, Detail) = (MessageState.Uncertain, Jobs.DeliveryFailure.Interrupted, null);
    }

    /// <param name="mayArriveTwice">The caller accepts that it may arrive a second time.</param>
    /// <exception cref="RuleBroken">It is being sent or has arrived, or may have arrived and a duplicate was not accepted.</exception>
    public void TryAgain(bool mayArriveTwice, DateTimeOffset now)
    {
        if (!NeedsAHand)
            throw JobsRules.NothingToTryAgain();
        if (State == MessageState.Uncertain && !mayArriveTwice)
            throw JobsRules.MayHaveArrived();
        (State, DueAt, Tries, Failure, Detail) = (MessageState.Waiting, now, 0, null, null);
    }

    /// <summary>Records the confirmed arrival.</summary>
    /// <exception cref="RuleBroken">It was not in doubt.</exception>
    public void Confirm()
    {
        if (State != MessageState.Uncertain)
            throw JobsRules.NotInDoubt();
        (State, SentAt, Failure, Detail) = (MessageState.Sent, ClaimedAt, null, null);
    }

    /// <exception cref="RuleBroken">It is under way or arrived.</exception>
    public void Dismiss()
    {
        if (!NeedsAHand)
            throw JobsRules.NothingToDismiss();
        State = MessageState.Dropped;
    }
}
