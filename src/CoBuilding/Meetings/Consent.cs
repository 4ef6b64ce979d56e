using CoBuilding.Texts;

namespace CoBuilding.Meetings;

/// <summary>The host's decision on leave or on a substitute that needs consent.</summary>
[TextsIn("Attendance")]
public enum Consent
{
    Asked,
    Granted,
    Refused,
}
