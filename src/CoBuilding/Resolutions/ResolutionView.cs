using CoBuilding.Texts;

namespace CoBuilding.Resolutions;

/// <summary>What the list shows.</summary>
[TextsIn("Resolutions")]
public enum ResolutionView
{
    Open,
    Overdue,

    /// <summary>Awaiting the host's response, or submitted to the reader's level.</summary>
    WaitingForUs,
    SubmittedUpward,
    Closed,
    All,
}
