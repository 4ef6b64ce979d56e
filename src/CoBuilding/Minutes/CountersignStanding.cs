using CoBuilding.Texts;

namespace CoBuilding.Minutes;

/// <summary>The state of a unit's countersigning; no answer is derived from the date, never stored.</summary>
[TextsIn("Minutes")]
public enum CountersignStanding
{
    Waiting,
    NoObjection,
    Comments,

    /// <summary>The host has answered the comments.</summary>
    Settled,

    /// <summary>No answer within the term.</summary>
    Silent,

    /// <summary>No answer before the minutes were recalled.</summary>
    Unasked,
}
