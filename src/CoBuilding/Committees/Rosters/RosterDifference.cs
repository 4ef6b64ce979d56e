using CoBuilding.Texts;

namespace CoBuilding.Committees.Rosters;

[TextsIn("Timeline")]
public enum RosterDifference
{
    SeatAdded,
    SeatClosed,

    /// <summary>Another title, role or name of the unit.</summary>
    SeatChanged,
    Filled,
    Vacated,
    HolderChanged,

    /// <summary>The same holder, with other days, another letter, post or name.</summary>
    FactsChanged,
    SuccessorChanged,
    Suspended,
    Resumed,
}
