using CoBuilding.Texts;

namespace CoBuilding.Meetings;

/// <summary>The source of the attendance record.</summary>
[TextsIn("Attendance")]
public enum PresenceSource
{
    /// <summary>Recorded on site by the clerk.</summary>
    Clerk,

    /// <summary>The printed sheet was signed.</summary>
    Sheet,
}
