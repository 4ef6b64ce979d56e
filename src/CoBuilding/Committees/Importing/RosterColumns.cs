using CoBuilding.Documents.Importing;
using CoBuilding.Texts;

namespace CoBuilding.Committees.Importing;

internal static class RosterColumns
{
    private static readonly IReadOnlyList<(string Value, string[] Words)> Lines = SynonymFile.Read("Committees.Importing.roster-words.tsv");

    public static readonly ColumnWords<RosterColumn> Words = new("Committees.Importing.roster-columns.tsv");

    public static readonly ListColumns<RosterColumn> All = new(Words, RosterColumn.Person, RosterColumn.Ignored, [], (column, _) => column);

    public static readonly RosterColumn[] InTemplate =
    [
        RosterColumn.Committee,
        RosterColumn.Street,
        RosterColumn.Place,
        RosterColumn.SeatKind,
        RosterColumn.Role,
        RosterColumn.Title,
        RosterColumn.Unit,
        RosterColumn.UnitKind,
        RosterColumn.UnitPlace,
        RosterColumn.Person,
        RosterColumn.UnitTitle,
        RosterColumn.Mobile,
        RosterColumn.From,
        RosterColumn.Until,
        RosterColumn.EndReason,
        RosterColumn.LetterNumber,
        RosterColumn.QuotaReason,
        RosterColumn.DoublePostReason,
    ];

    /// <summary>A membership, a role or a reason as people write it; null for what is none.</summary>
    public static T? Find<T>(string text)
        where T : struct, Enum
    {
        var key = SynonymFile.Key(text);
        foreach (var (value, words) in Lines)
            if (Enum.TryParse<T>(value, out var found) && words.Any(w => SynonymFile.Key(w) == key))
                return found;
        return null;
    }

    public static bool IsVacant(string text) =>
        Lines.Single(l => l.Value == "Vacant").Words.Any(w => SynonymFile.Key(w) == SynonymFile.Key(text));
}
