using CoBuilding.Documents.Importing;

namespace CoBuilding.Committees.Importing;

/// <summary>What a column of a roster can be. A row is one appointment to a seat, or a vacant seat.</summary>
internal enum RosterColumn
{
    Committee,
    Street,
    Place,
    SeatKind,
    Role,
    Title,
    Unit,
    UnitKind,
    UnitPlace,
    Person,
    UnitTitle,
    Mobile,
    From,
    Until,
    EndReason,
    LetterNumber,
    QuotaReason,
    DoublePostReason,
    Key,
    Ignored,
}

internal static class RosterColumns
{
    private static readonly IReadOnlyList<(string Value, string[] Words)> Lines = SynonymFile.Read("Committees.Importing.roster-words.tsv");

    public static readonly ColumnWords<RosterColumn> Words = new("Committees.Importing.roster-columns.tsv");

    public static readonly ListColumns<RosterColumn> All = new(Words, RosterColumn.Person, RosterColumn.Ignored, [], (column, _) => column);

    /// <summary>A membership, a role or a reason as people write it; null for what is none.</summary>
    public static T? Find<T>(string text) where T : struct, Enum
    {
        var key = SynonymFile.Key(text);
        foreach (var (value, words) in Lines)
            if (Enum.TryParse<T>(value, out var found) && words.Any(w => SynonymFile.Key(w) == key)) return found;
        return null;
    }

    public static bool IsVacant(string text) => Lines.Single(l => l.Value == "Vacant").Words.Any(w => SynonymFile.Key(w) == SynonymFile.Key(text));
}
