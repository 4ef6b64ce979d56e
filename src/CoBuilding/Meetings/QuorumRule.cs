using CoBuilding.Texts;

namespace CoBuilding.Meetings;

[TextsIn("Attendance")]
public enum QuorumRule
{
    None,
    MoreThanHalf,
    TwoThirds,

    /// <summary>The chair and a number of others.</summary>
    ChairAndNumber,
}
