using CoBuilding.Texts;

namespace CoBuilding.Places.PartyChain;

/// <summary>Whether an organization's own count equals the sum of its direct subordinates.</summary>
[TextsIn("PartyChain")]
public enum SubordinateSum
{
    /// <summary>It has no figure of its own, or nothing below it.</summary>
    Nothing,
    Agrees,
    Differs,

    /// <summary>Some below are not counted yet.</summary>
    Incomplete,
}
