using CoBuilding.Texts;

namespace CoBuilding.Committees;

/// <summary>The state of a committee before its establishment.</summary>
[TextsIn("Lifecycle")]
public enum PreparationState
{
    Preparing,
    Submitted,

    /// <summary>By the level above, with a reason; it can be submitted again.</summary>
    Returned,
    Approved,
}
