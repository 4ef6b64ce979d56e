using CoBuilding.Texts;

namespace CoBuilding.Meetings.Messages;

/// <summary>The kind of a message about a meeting.</summary>
[TextsIn("Sending")]
public enum MeetingMessageKind
{
    Notice,

    /// <summary>Day, time, place or kind are other ones: everybody is asked again.</summary>
    Change,
    Cancellation,

    /// <summary>It will be at another time that is not known yet.</summary>
    Postponement,
    Reminder,

    /// <summary>One unit's invitation is withdrawn; the meeting is as it was.</summary>
    Withdrawal,
}
