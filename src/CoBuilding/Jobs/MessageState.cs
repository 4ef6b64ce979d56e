using CoBuilding.Texts;

namespace CoBuilding.Jobs;

[TextsIn("Jobs")]
public enum MessageState
{
    /// <summary>Queued, or waiting for the next attempt.</summary>
    Waiting,

    /// <summary>Claimed by a runner: recorded before sending, so that it cannot be sent twice after a crash.</summary>
    Sending,
    Sent,

    /// <summary>Refused permanently, or all attempts failed. Staff can send it again.</summary>
    Failed,

    /// <summary>
    /// It may have arrived: the connection or the portal failed after sending. Staff decide; it is not retried automatically.
    /// </summary>
    Uncertain,

    /// <summary>The addressee has no address of this kind.</summary>
    Unaddressed,

    /// <summary>It was no longer needed when its turn came.</summary>
    Dropped,
}
