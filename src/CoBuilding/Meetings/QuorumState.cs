using CoBuilding.Texts;

namespace CoBuilding.Meetings;

[TextsIn("Attendance")]
public enum QuorumState
{
    Reached,

    /// <summary>Can still be reached.</summary>
    NotYet,

    /// <summary>Cannot be reached even if all who have not declined attend.</summary>
    Impossible,
}
