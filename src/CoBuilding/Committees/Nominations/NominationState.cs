namespace CoBuilding.Committees.Nominations;

/// <summary>The state of a nomination: its last step. After the appointment, see the appointment.</summary>
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
