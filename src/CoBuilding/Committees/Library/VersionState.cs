namespace CoBuilding.Committees.Library;

/// <summary>Of a version on a day.</summary>
public enum VersionState
{
    Coming,
    InForce,
    Replaced,
    Repealed,
}
