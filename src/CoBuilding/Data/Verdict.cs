namespace CoBuilding.Data;

internal enum Verdict
{
    Good,

    /// <summary>A warning; the portal is safe.</summary>
    Warning,
    Bad,
}
