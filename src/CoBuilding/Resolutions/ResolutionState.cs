using CoBuilding.Texts;

namespace CoBuilding.Resolutions;

/// <summary>The state of a resolution. Overdue is derived from the date, never stored.</summary>
[TextsIn("Resolutions")]
public enum ResolutionState
{
    /// <summary>The unit has been asked and has not responded yet.</summary>
    Asked,
    Underway,

    /// <summary>Reported as done; the host reviews it.</summary>
    ReportedDone,

    /// <summary>It cannot be done, with an explanation; the host considers.</summary>
    CannotBeDone,

    /// <summary>With the level above, which has not responded yet.</summary>
    SubmittedUpward,

    /// <summary>The level above is coordinating.</summary>
    TakenOn,

    /// <summary>The level above has answered; the host continues.</summary>
    AnsweredAbove,
    Closed,
}
