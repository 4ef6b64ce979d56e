using CoBuilding.Texts;

namespace CoBuilding.Meetings.Agendas;

/// <summary>The state of a meeting before its notice is drafted.</summary>
[TextsIn("Plans")]
public enum PlanState
{
    Planned,

    /// <summary>The units are asked for topics, until a deadline.</summary>
    Collecting,

    /// <summary>The deadline has passed: topics are answered and the agenda is prepared.</summary>
    Reviewing,

    /// <summary>There is a meeting.</summary>
    Called,

    /// <summary>Its topics and body were moved to another plan.</summary>
    Merged,
    Withdrawn,
}
