using CoBuilding.Texts;

namespace CoBuilding.Meetings.Resolutions;

[TextsIn("Resolutions")]
public enum ResolutionOutcome
{
    Done,

    /// <summary>It could not be done, and that was explained.</summary>
    Explained,
}
