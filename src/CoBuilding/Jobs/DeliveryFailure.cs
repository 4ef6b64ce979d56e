using CoBuilding.Texts;

namespace CoBuilding.Jobs;

/// <summary>Why a message was not delivered.</summary>
[TextsIn("Jobs")]
public enum DeliveryFailure
{
    /// <summary>No connection: name, network, certificate.</summary>
    NotReached,

    /// <summary>The address lies in a network, or lacks TLS, that the operator does not allow.</summary>
    AddressForbidden,

    /// <summary>The server reported a temporary failure.</summary>
    ServerFailed,

    /// <summary>The server refused: wrong key, wrong address, or unacceptable text.</summary>
    Refused,

    /// <summary>The server named another address, which is not followed.</summary>
    Redirected,

    /// <summary>No answer in time after it was handed over.</summary>
    NoAnswer,

    /// <summary>An unclear response.</summary>
    UnclearAnswer,

    /// <summary>The portal was stopped while sending.</summary>
    Interrupted,

    /// <summary>Writing the text failed; the log knows more.</summary>
    NotWritten,
}
