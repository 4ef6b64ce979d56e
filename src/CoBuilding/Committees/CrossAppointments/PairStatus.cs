using CoBuilding.Texts;

namespace CoBuilding.Committees.CrossAppointments;

/// <summary>A unit and a committee: who of one sits in the other's organization on a day.</summary>
[TextsIn("CrossAppointments")]
public enum PairStatus
{
    /// <summary>Never anybody.</summary>
    None,

    /// <summary>Only the unit's member on the committee.</summary>
    UnitToHost,

    /// <summary>Only the host's person in the unit's Party organization.</summary>
    HostToUnit,
    Mutual,

    /// <summary>No longer anybody.</summary>
    Lapsed,
}
