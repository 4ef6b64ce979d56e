using CoBuilding.Texts;

namespace CoBuilding.Committees;

/// <summary>What was done with a committee before and at its establishment.</summary>
[TextsIn("Lifecycle")]
public enum PreparationAction
{
    Prepared,
    Submitted,
    Approved,
    Returned,
    Established,
    GivenUp,
}
