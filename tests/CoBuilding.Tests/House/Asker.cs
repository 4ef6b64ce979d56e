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

    /// <summary>Somebody of the street's office who changes the password and signs out.</summary>
    Leaver,

    /// <summary>Who is not signed in.</summary>
    Visitor,

    /// <summary>Who creates another district.</summary>
    Creator,
}
