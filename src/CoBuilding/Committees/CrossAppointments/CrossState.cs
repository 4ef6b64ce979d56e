using CoBuilding.Texts;

namespace CoBuilding.Committees.CrossAppointments;

/// <summary>
/// How far a post in a unit's Party organization has come. The host proposes; everything after that is the unit's to decide.
/// </summary>
[TextsIn("CrossAppointments")]
public enum CrossState
{
    Proposed,

    /// <summary>The unit's Party organization discussed it and agrees.</summary>
    Studied,

    /// <summary>The unit's own superior approved, or its members elected.</summary>
    Approved,
    InOffice,
    Ended,

    /// <summary>By the unit, with thanks.</summary>
    Declined,

    /// <summary>By the host.</summary>
    Withdrawn,
}
