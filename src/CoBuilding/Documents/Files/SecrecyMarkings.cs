using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CoBuilding.Texts;

namespace CoBuilding.Documents.Files;

/// <summary>
/// Distinguishes secrecy markings from text about secrets, line by line: a level with a star, a level in a field named for it, or
/// a level alone on its line, at most with a term or an urgency. Text in quotation marks is ignored. Widths, blanks and
/// invisible characters are ignored.
/// </summary>
internal static partial class SecrecyMarkings
{
    private const int LongestShown = 30;

    private static readonly Dictionary<string, string[]> Words = SynonymFile
        .Read("Documents.Files.markings.tsv")
        .ToDictionary(w => w.Value, w => w.Words);
    private static readonly HashSet<char> Signs = [.. Words["Level"].SelectMany(w => w)];
    private static readonly string Level = $"(?:{OneOf("Level")})";

    // The last ones are the stars of a font of symbols.
    private static readonly Regex Starred = new($"""(?<![“"‘'「『《]){Level}[★☆✩✭⭐*\uF0A9-\uF0B6]""", RegexOptions.Compiled);
    private static readonly Regex Labelled = new(
        $"""(?<![“"‘'「『《])(?:{OneOf("Label")}):?[(\[【<]?{Level}(?!{OneOf("Listing")}|[?”"’'」』》])""",
        RegexOptions.Compiled
    );
    private static readonly Regex Alone = new(
        $@"^\d{{0,8}}[(\[【<]?{Level}[)\]】>]?:?(?:\d|{OneOf("Beside")})*[)\]】>]?$",
        RegexOptions.Compiled
    );

    /// <summary>The marking as written; null if there is none.</summary>
    public static string? Find(string line)
    {
        // Most lines contain none of these characters, so folding is skipped for them.
        if (!line.Any(Signs.Contains))
            return null;
        var folded = string.Concat(line.EnumerateRunes().Where(IsSeen)).Normalize(NormalizationForm.FormKC);
        return Apart().Split(folded).Append(folded).Select(p => Blanks().Replace(p, "")).Select(MarkIn).FirstOrDefault(m => m is not null);
    }

    /// <summary>Soft hyphens, direction marks, joiners and similar characters are invisible to readers.</summary>
    private static bool IsSeen(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is not UnicodeCategory.Format
        && rune.Value is not (>= 0xFE00 and <= 0xFE0F or >= 0xE0100 and <= 0xE01EF);

    private static string? MarkIn(string piece)
    {
        if (Alone.IsMatch(piece))
            return piece;
        var found = Starred.Match(piece) is { Success: true } star ? star : Labelled.Match(piece);
        return found.Success ? piece[found.Index..Math.Min(piece.Length, found.Index + LongestShown)] : null;
    }

    private static string OneOf(string kind) => string.Join('|', Words[kind].OrderByDescending(w => w.Length).Select(Regex.Escape));

    // Separates parts of a line: a tab, or blanks wider than those between spaced letters.
    [GeneratedRegex(@"\t+| {3,}")]
    private static partial Regex Apart();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
