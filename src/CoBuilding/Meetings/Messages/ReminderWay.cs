using CoBuilding.Texts;

namespace CoBuilding.Meetings.Messages;

[TextsIn("Sending")]
public enum ReminderWay
{
    /// <summary>By the portal's channels.</summary>
    Sent,

    /// <summary>As text that the clerk copied.</summary>
    Copied,
}
