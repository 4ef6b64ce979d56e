using System.Text.RegularExpressions;
using CoBuilding.Texts;

namespace CoBuilding.Documents.Importing;

/// <summary>Interprets the content of a cell.</summary>
internal static partial class CellText
{
    private static readonly Dictionary<string, bool> Answers = SynonymFile
        .Read("Documents.Importing.yes-no.tsv")
        .SelectMany(l => l.Words.Select(w => (Word: SynonymFile.Key(w), Is: l.Value == "Yes")))
        .ToDictionary(x => x.Word, x => x.Is);

    /// <summary>
    /// One line of plain text: no control characters, no invisible ones, and Han characters are not parted by a line break.
    /// </summary>
    public static string OneLine(string cell)
    {
        if (cell.All(IsPlain))
            return cell;
        var text = Blanks().Replace(BreakBetweenHan().Replace(SheetFile.Fold(cell), ""), " ");
        // A half of a surrogate pair reads as the replacement character; the database takes neither.
        var kept = text.EnumerateRunes()
            .Where(r => !System.Text.Rune.IsControl(r) && r != System.Text.Rune.ReplacementChar && r.Value is not (0x200B or 0xFEFF));
        return string.Concat(kept).Trim();
    }

    /// <summary>Whether a text survives export and import unchanged.</summary>
    public static bool Same(string? stored, string? cell) => OneLine(stored ?? "") == OneLine(cell ?? "");

    /// <summary>Names of two characters are often spread with a blank to the width of three, and middle dots come in many kinds.</summary>
    public static string PersonName(string text) => Dots().Replace(BlankBetweenHan().Replace(OneLine(text), ""), "\u00B7");

    /// <summary>A number that a spreadsheet turned into 1.3800138000E+10 becomes its digits again.</summary>
    /// <returns>Null where digits are lost: 1.38E+10.</returns>
    public static string? Digits(string text)
    {
        var match = Scientific().Match(text.Normalize(System.Text.NormalizationForm.FormKC));
        if (!match.Success)
            return text;
        var (fraction, exponent) = (
            match.Groups[2].Value,
            int.Parse(match.Groups[3].Value, System.Globalization.CultureInfo.InvariantCulture)
        );
        return fraction.Length >= exponent ? match.Groups[1].Value + fraction[..exponent] : null;
    }

    /// <summary>Yes or no; null for neither.</summary>
    public static bool? Answer(string text) => Answers.TryGetValue(SynonymFile.Key(text), out var yes) ? yes : null;

    private static bool IsPlain(char c) => c is > ' ' and < '\u007F' or > '\u2064' and < '\u3000' or > '\u3000' and < '\uD800';

    private const string Han = @"[\p{IsCJKUnifiedIdeographs}\p{IsCJKUnifiedIdeographsExtensionA}\uD840-\uDBFF\uDC00-\uDFFF]";

    [GeneratedRegex($@"(?<={Han})[ \t\u3000]*[\r\n]+[ \t\u3000]*(?={Han})")]
    private static partial Regex BreakBetweenHan();

    [GeneratedRegex($@"(?<={Han})\s+(?={Han})")]
    private static partial Regex BlankBetweenHan();

    [GeneratedRegex($@"(?<={Han})\s*[\u00B7\u2022\u2027\u2219\u22C5\u30FB\uFF0E\uFF65.]\s*(?={Han})")]
    private static partial Regex Dots();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"^(\d)(?:\.(\d+))?E\+?(\d{1,2})$", RegexOptions.IgnoreCase)]
    private static partial Regex Scientific();
}
