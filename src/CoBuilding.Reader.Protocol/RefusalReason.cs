namespace CoBuilding.Reader.Protocol;

/// <summary>Why a file is not read to its end. What it means to whoever brought it is the portal's to say.</summary>
public enum RefusalReason : byte
{
    Unreadable,

    /// <summary>It is nothing that is read here.</summary>
    UnknownKind,

    /// <summary>It is another kind than was said; the number is the <see cref="ReadingKind"/> that it is.</summary>
    OtherKind,
    Encrypted,
    HasMacros,

    /// <summary>A binary file of Office before 2007, which is read as a list alone.</summary>
    OldOffice,
    IsProgram,
    HoldsOtherFiles,

    /// <summary>It holds a part that runs, fetches or sends; see <see cref="ForbiddenPart"/>.</summary>
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

    /// <summary>Nested deeper, of more names, lines, pages, objects or letters than any paper of an office.</summary>
    TooMuchToRead,
    OutOfMemory,
}
