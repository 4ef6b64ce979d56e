using CoBuilding.Texts;

namespace CoBuilding.Committees.Rosters;

[TextsIn("Committees")]
public enum RosterChange
{
    SeatAdded,
    Appointed,
    Ended,

    /// <summary>What was recorded before was wrong.</summary>
    Corrected,

    /// <summary>The earlier record was void.</summary>
    Withdrawn,
    Suspended,
    Resumed,
    SeatClosed,
    AlternateNamed,
    AlternateEnded,
}
