using CoBuilding.Texts;

namespace CoBuilding.Committees.CrossAppointments;

/// <summary>The status of a unit over all committees on a day.</summary>
[TextsIn("CrossAppointments")]
public enum UnitStanding
{
    /// <summary>With at least one committee in both directions.</summary>
    Mutual,

    /// <summary>In one direction, and with no committee in both.</summary>
    OneWay,

    /// <summary>No longer anybody.</summary>
    Lapsed,

    /// <summary>Never anybody.</summary>
    None,
}
