using CoBuilding.Texts;

namespace CoBuilding.Jobs;

/// <summary>The result of an attempt.</summary>
[TextsIn("Jobs")]
public enum DeliveryOutcome
{
    /// <summary>The server accepted it.</summary>
    Accepted,

    /// <summary>Not accepted; a later attempt may succeed.</summary>
    Retry,

    /// <summary>Not accepted; further attempts would fail as well.</summary>
    Rejected,

    /// <summary>Sent, but it is not known whether it was accepted.</summary>
    Unknown,
}
