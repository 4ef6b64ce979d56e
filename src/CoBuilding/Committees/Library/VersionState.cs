using CoBuilding.Texts;

namespace CoBuilding.Committees.Library;

/// <summary>Of a version on a day.</summary>
[TextsIn("Library")]
public enum VersionState
{
    Coming,
    InForce,
    Replaced,
    Repealed,
}
