namespace CoBuilding.Tests.House;

/// <summary>Who asks in an example: the roles differ by right.</summary>
internal enum Asker
{
    Staff,
    Admin,
    Auditor,
    Secretary,
    Clock,

    /// <summary>The clerk's calendar program.</summary>
    Feed,
}
