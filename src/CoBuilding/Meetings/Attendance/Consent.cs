namespace CoBuilding.Meetings.Attendance;

/// <summary>The host's decision on leave or on a substitute that needs consent.</summary>
public enum Consent
{
    Asked,
    Granted,
    Refused,
}
