using CoBuilding.Texts;

namespace CoBuilding.Meetings;

[TextsIn("Meetings")]
public enum MeetingState
{
    Draft,

    /// <summary>The notice is out; replies are open until the start.</summary>
    Notified,

    /// <summary>It has begun: replies are closed, attendance can be marked.</summary>
    Held,
    MinutesDrafted,
    Countersigning,
    Issued,

    /// <summary>The minutes are issued, and resolutions are open.</summary>
    FollowingUp,
    Archived,

    /// <summary>The notice is out, and the meeting will be at another time that is not known yet.</summary>
    Postponed,
    Cancelled,
}
