namespace CoBuilding.Committees.Lifecycle;

/// <summary>What was done with a committee before and at its establishment.</summary>
public enum PreparationAction
{
    Prepared,
    Submitted,
    Approved,
    Returned,
    Established,
    GivenUp,
}
