using System.Text;
using System.Text.RegularExpressions;

namespace CoBuilding.Units;

/// <summary>The words by which people know a unit's kinds and the columns of its lists. They stand in <c>unit-kinds.tsv</c> and <c>unit-columns.tsv</c>.</summary>
internal static partial class UnitWords
{
    private static readonly List<(string Value, string[] Words)> KindLines = Read("unit-kinds.tsv");
    private static readonly List<(string Value, string[] Words)> ColumnLines = Read("unit-columns.tsv");
    private static readonly Dictionary<string, PartyOrganizationKind> PartyOrganizations = Keys<PartyOrganizationKind>(KindLines);
    private static readonly Dictionary<string, UnitColumn> Columns = Keys<UnitColumn>(ColumnLines);

    /// <summary>How people write a standard kind. A district's own words are <see cref="UnitKinds.KindList"/>.</summary>
    public static IReadOnlyList<string> Of(UnitKind kind) => KindLines.First(l => l.Value == kind.ToString()).Words;

    /// <summary>By the word, or by a name that ends with it: the branch of a school.</summary>
    public static PartyOrganizationKind? PartyOrganization(string text)
    {
        var key = Key(text);
        var ending = PartyOrganizations.Keys.Where(k => key == k || (k.Length > 1 && key.EndsWith(k, StringComparison.Ordinal))).MaxBy(k => k.Length);
        return ending is null ? null : PartyOrganizations[ending];
    }

    /// <summary>A header, with or without a remark in brackets, a star or a colon behind it.</summary>
    public static UnitColumn? Column(string header)
    {
        var key = Key(header);
        return Columns.TryGetValue(key, out var column) || Columns.TryGetValue(Behind().Replace(key, ""), out column) ? column : null;
    }

    public static string Label(UnitColumn column) => ColumnLines.First(l => l.Value == column.ToString()).Words[0];

    public static IEnumerable<string> Labels<T>() where T : struct, Enum => KindLines.Where(l => Enum.TryParse<T>(l.Value, out _)).Select(l => l.Words[0]);

    /// <summary>What two spellings of one word have in common: width, blanks and letter case aside.</summary>
    public static string Key(string text) => Blanks().Replace(text.Normalize(NormalizationForm.FormKC), "").ToUpperInvariant();

    private static Dictionary<string, T> Keys<T>(List<(string Value, string[] Words)> lines) where T : struct, Enum =>
        lines.Where(l => Enum.TryParse<T>(l.Value, out _)).SelectMany(l => l.Words.Select(w => (Key: Key(w), Value: Enum.Parse<T>(l.Value))))
            .ToDictionary(x => x.Key, x => x.Value);

    private static List<(string, string[])> Read(string file)
    {
        using var words = typeof(UnitWords).Assembly.GetManifestResourceStream("CoBuilding.Units." + file)!;
        using var reader = new StreamReader(words);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(l => l[0] != '#')
            .Select(l => l.TrimEnd('\r').Split('\t')).Select(c => (c[0], c[1..]))];
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"\([^()]*\)$|[*:]+$")]
    private static partial Regex Behind();
}

/// <summary>What a column of a list can be. The first twelve, in this order, are the standard block without a header.</summary>
internal enum UnitColumn
{
    Name,
    ShortName,
    Kind,
    Place,
    SuperiorOrganization,
    PartyOrganization,
    Secretary,
    SecretaryTitle,
    LiaisonOfficer,
    LiaisonMobile,
    Address,
    Remark,
    Street,
    SecretaryMobile,
    LiaisonTitle,
    Phone,
    Title,
    EndedOn,
    Ignored,
}
