namespace CoBuilding.Contracts;

/// <summary>An event in a reader's own calendar (RFC 5545); its texts are in the reader's language.</summary>
/// <param name="Id">Of the subject; the same entry keeps it.</param>
/// <param name="Sequence">Grows with every change of what the reader sees, and never shrinks.</param>
/// <param name="ChangedAt">The same for the same rows, so that an unchanged calendar gives the same file.</param>
/// <param name="Host">Whose event it is.</param>
/// <param name="IsCalledOff">It is struck out in the calendar, where it may have been read before.</param>
public sealed record CalendarEntry(
    Guid Id,
    long Sequence,
    DateTimeOffset ChangedAt,
    string Host,
    string Title,
    DateTimeOffset StartsAt,
    DateTimeOffset EndsAt,
    string Place,
    string Description,
    bool IsCalledOff
);
