namespace CoBuilding.Meetings.Attendance;

/// <summary>What the host says to leave that is asked for, or to a substitute who needs its consent.</summary>
public enum Consent
{
    Asked,
    Granted,
    Refused,
}

/// <summary>By what it is known who was there.</summary>
public enum PresenceSource
{
    /// <summary>The clerk saw it.</summary>
    Clerk,

    /// <summary>The printed sheet was signed.</summary>
    Sheet,
}
