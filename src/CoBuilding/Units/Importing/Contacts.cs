using CoBuilding.Documents.Importing;
using CoBuilding.Texts;

namespace CoBuilding.Units.Importing;

/// <summary>Somebody with a post, as known; where records of one person were merged, the one that stands in the lists.</summary>
internal sealed record Holding(Post Post, Person Person)
{
    public bool Is(string name) => Cells.PersonName(Person.Name) == name;

    /// <summary>Whether an id means this one, by the record of today or by the one of then.</summary>
    public bool IsOf(Guid? person) => Person.Id == person || Post.PersonId == person;
}

internal static class Contacts
{
    /// <summary>A number as typed; null where the cell is blank or masked, since exported lists mask numbers and a masked one tells nothing new.</summary>
    public static string? Mobile(Draft draft, string? cell, string column)
    {
        if (cell is null || cell.Contains('*', StringComparison.Ordinal)) return null;
        if (Cells.Digits(cell) is { } digits) return digits;
        draft.Refuse(Wording.T("Importing.MangledNumber", cell), column);
        return null;
    }

    /// <summary>Notes a number that differs from the known one; both masked.</summary>
    public static void CompareMobile(Draft draft, string column, Person known, string? mobile)
    {
        if (mobile is not null && UnitShapes.Tidy(mobile) != known.Mobile)
            draft.Change(column, Person.Mask(known.Mobile), Person.Mask(UnitShapes.Tidy(mobile)));
    }
}
