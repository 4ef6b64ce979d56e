namespace CoBuilding.Reader.Protocol;

/// <summary>Why a file was not read to its end. The portal turns it into a message for the user.</summary>
public enum RefusalReason : byte
{
    Unreadable,

    /// <summary>The format is not supported.</summary>
    UnknownKind,

    /// <summary>The file is of another kind than stated; the number is its actual <see cref="ReadingKind"/>.</summary>
    OtherKind,
    Encrypted,
    HasMacros,

    /// <summary>A binary file of Office before 2007, which can only be read as a list.</summary>
    OldOffice,
    IsProgram,
    HoldsOtherFiles,

    /// <summary>It contains a part that runs, loads or sends something; see <see cref="ForbiddenPart"/>.</summary>
    HoldsForbiddenPart,

    /// <summary>The number is the limit in megabytes.</summary>
    UnpacksTooLarge,

    /// <summary>The number is the limit.</summary>
    TooManyRows,

    /// <summary>The number is the limit.</summary>
    TooManyColumns,

    /// <summary>Characters over all cells or lines; the number is the limit.</summary>
    TooManyCharacters,

    /// <summary>The number is the limit in characters.</summary>
    LineTooLong,

    /// <summary>It exceeds the limits on nesting, names, lines, pages, objects or letters.</summary>
    TooMuchToRead,
    OutOfMemory,
}
