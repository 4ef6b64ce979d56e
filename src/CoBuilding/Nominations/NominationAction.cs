using CoBuilding.Texts;

namespace CoBuilding.Nominations;

/// <summary>What was done with a nomination.</summary>
[TextsIn("Nominations")]
public enum NominationAction
{
    Nominated,
    Consented,

    /// <summary>The unit or the person declined.</summary>
    Declined,
    Screened,
    Submitted,
    Approved,
    Returned,
    Rejected,
    Publicized,

    /// <summary>An objection was raised during the public notice; it is returned.</summary>
    Objected,
    Appointed,
    Withdrawn,
}
