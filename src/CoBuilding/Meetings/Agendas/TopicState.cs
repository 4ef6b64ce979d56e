using CoBuilding.Texts;

namespace CoBuilding.Meetings.Agendas;

[TextsIn("Topics")]
public enum TopicState
{
    Proposed,

    /// <summary>It comes before the meeting.</summary>
    Accepted,

    /// <summary>It does not, for a reason that the proposer sees.</summary>
    Declined,

    /// <summary>It is dealt with under another topic.</summary>
    Merged,

    /// <summary>Taken back by the proposer.</summary>
    Withdrawn,
}
