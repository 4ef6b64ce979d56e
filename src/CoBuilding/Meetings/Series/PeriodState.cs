using CoBuilding.Texts;

namespace CoBuilding.Meetings.Series;

/// <summary>The state of a period of a series. Derived from meetings and plans, never stored.</summary>
[TextsIn("Series")]
public enum PeriodState
{
    /// <summary>It is not time yet.</summary>
    Later,

    /// <summary>It is time to prepare: the usual days are near.</summary>
    DueSoon,

    /// <summary>The usual days have begun, and nothing is prepared.</summary>
    Due,

    /// <summary>A plan, a draft or a meeting to come lies in it.</summary>
    Planned,
    Held,

    /// <summary>It is not over, and a reason says why nothing is held.</summary>
    LeftOut,

    /// <summary>It ended without a meeting.</summary>
    Missed,
}
