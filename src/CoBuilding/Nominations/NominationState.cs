using CoBuilding.Texts;

namespace CoBuilding.Nominations;

/// <summary>The state of a nomination: its last step. After the appointment, see the appointment.</summary>
[TextsIn("Nominations")]
public enum NominationState
{
    Nominated,
    UnitConsented,
    Screened,
    Submitted,
    Approved,
    Returned,
    Rejected,
    Publicized,
    Appointed,
    Withdrawn,
}
