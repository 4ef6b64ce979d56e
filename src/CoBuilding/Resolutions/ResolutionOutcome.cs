using CoBuilding.Texts;

namespace CoBuilding.Resolutions;

[TextsIn("Resolutions")]
public enum ResolutionOutcome
{
    Done,

    /// <summary>It could not be done, and that was explained.</summary>
    Explained,
}
