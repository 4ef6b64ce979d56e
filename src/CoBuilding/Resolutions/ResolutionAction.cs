using CoBuilding.Texts;

namespace CoBuilding.Resolutions;

[TextsIn("Resolutions")]
public enum ResolutionAction
{
    Asked,
    Acknowledged,

    /// <summary>The unit names another day.</summary>
    ProposedDay,
    Progressed,
    ReportedDone,
    CannotBeDone,
    Closed,

    /// <summary>The host thanks and asks to continue, with a message.</summary>
    Continued,
    Extended,
    SubmittedUpward,
    TakenOn,
    AnsweredAbove,

    /// <summary>A courteous reminder went out.</summary>
    Reminded,

    /// <summary>The convener called.</summary>
    Called,
}
