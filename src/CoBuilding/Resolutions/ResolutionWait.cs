using CoBuilding.Texts;

namespace CoBuilding.Resolutions;

/// <summary>Whose response is awaited.</summary>
[TextsIn("Resolutions")]
public enum ResolutionWait
{
    Lead,
    Host,
    LevelAbove,
    None,
}
