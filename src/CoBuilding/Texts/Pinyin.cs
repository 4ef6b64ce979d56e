using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace CoBuilding.Texts;

/// <summary>
/// Keys by which Chinese names are found and sorted, the same on every machine: pinyin without tones and strokes, from Unicode's
/// Unihan database. Each character has one reading, save in surnames and words that are read otherwise.
/// </summary>
public static class Pinyin
{
    private static readonly FrozenDictionary<Rune, string> Syllables = Read("pinyin").SelectMany(c => c[1].EnumerateRunes().Select(r => (r, c[0]))).ToFrozenDictionary(x => x.r, x => x.Item2);
    private static readonly FrozenDictionary<Rune, int> Strokes = Read("strokes").SelectMany(c => c[1].EnumerateRunes().Select(r => (r, c[0]))).ToFrozenDictionary(x => x.r, x => int.Parse(x.Item2, CultureInfo.InvariantCulture));
    private static readonly List<string[]> Words = [.. Read("readings").Where(c => c[0] == "word")];

    // The longer first: a double surname before the single one that it begins with.
    private static readonly List<string[]> Surnames = [.. Read("readings").Where(c => c[0] == "surname").OrderByDescending(c => c[1].Length)];

    /// <summary>What a search looks through: each name as it is, in full pinyin and by its initials.</summary>
    public static string FindKeys(bool arePeople, params IEnumerable<string?> names)
    {
        List<string> keys = [];
        foreach (var name in names)
        {
            if (string.IsNullOrWhiteSpace(name)) continue;
            var syllables = SyllablesOf(name, arePeople);
            keys.AddRange([Needle(name), string.Concat(syllables), string.Concat(syllables.Select(s => s.EnumerateRunes().First()))]);
        }
        return string.Join('\n', keys.Distinct());
    }

    /// <summary>A search as typed, folded as the keys are: full-width and capital letters made plain, blanks and middle dots left out.</summary>
    public static string Needle(string typed) => string.Concat(typed.Normalize(NormalizationForm.FormKC).ToLowerInvariant().Where(c => !char.IsWhiteSpace(c) && c is not ('\u00B7' or '\u30FB')));

    /// <summary>Sorts by pinyin, syllable by syllable; names that sound alike lie together.</summary>
    public static string SortKey(string name, bool isPerson) => string.Join(' ', SyllablesOf(name, isPerson)) + '\t' + name;

    /// <summary>Sorts by the strokes of the characters in turn, as lists of names are printed in China.</summary>
    public static string StrokeKey(string name) =>
        string.Concat(name.EnumerateRunes().Select(r => Strokes.GetValueOrDefault(r).ToString("00", CultureInfo.InvariantCulture))) + '\t' + name;

    private static List<string> SyllablesOf(string name, bool isPerson)
    {
        var text = Needle(name);
        List<string> syllables = [];
        for (var at = 0; at < text.Length;)
        {
            var known = at == 0 && isPerson
                ? Surnames.Find(w => text.StartsWith(w[1], StringComparison.Ordinal))
                : Words.Find(w => string.CompareOrdinal(text, at, w[1], 0, w[1].Length) == 0);
            if (known is not null)
            {
                syllables.AddRange(known[2].Split(' '));
                at += known[1].Length;
                continue;
            }
            var rune = Rune.GetRuneAt(text, at);
            syllables.Add(Syllables.GetValueOrDefault(rune) ?? rune.ToString());
            at += rune.Utf16SequenceLength;
        }
        return syllables;
    }

    private static IEnumerable<string[]> Read(string file)
    {
        using var lines = new StreamReader(typeof(Pinyin).Assembly.GetManifestResourceStream($"CoBuilding.Texts.{file}.tsv")!);
        while (lines.ReadLine() is { } line)
            if (line.Length > 0 && line[0] != '#') yield return line.Split('\t');
    }
}
