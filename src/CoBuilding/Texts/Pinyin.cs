using System.Collections.Frozen;
using System.Text;

namespace CoBuilding.Texts;

/// <summary>
/// Keys by which Chinese names are found and sorted, the same on every machine: pinyin without tones and strokes. A name is found by any
/// reading of its characters, and sorted by the likeliest one: a surname's own, a word's own, or the character's first.
/// </summary>
public static class Pinyin
{
    /// <summary>The maximum number of combinations of readings for one name.</summary>
    private const int MostReadings = 32;

    /// <summary>What stands between the parts of a name from another language, in all the forms that keyboards and files bring.</summary>
    private const string Dots = ".\u00B7\u0387\u16EB\u2022\u2027\u2219\u22C5\u2E31\u30FB\uA78F";

    private static readonly FrozenDictionary<Rune, string> Syllables = ByRune("pinyin").ToFrozenDictionary(x => x.Rune, x => x.Value);
    private static readonly ILookup<Rune, string> OtherSyllables = ByRune("other-readings").ToLookup(x => x.Rune, x => x.Value);
    private static readonly FrozenDictionary<Rune, string> Strokes = ByRune("strokes").ToFrozenDictionary(x => x.Rune, x => x.Value);
    private static readonly FrozenDictionary<Rune, string> StrokeOrders = ByRune("stroke-orders")
        .ToFrozenDictionary(x => x.Rune, x => x.Value);
    private static readonly List<string[]> Words = [.. Read("readings").Where(c => c[0] == "word")];

    // The longer first: a double surname before the single one that it begins with.
    private static readonly List<string[]> Surnames =
    [
        .. Read("readings").Where(c => c[0] == "surname").OrderByDescending(c => c[1].Length),
    ];

    /// <summary>
    /// What a search looks through: each name as it is, in full pinyin and by its initials; then the same for other readings.
    /// </summary>
    public static string FindKeys(bool arePeople, params IEnumerable<string?> names)
    {
        List<string> keys = [];
        foreach (var name in names)
        {
            if (string.IsNullOrWhiteSpace(name))
                continue;
            keys.Add(Needle(name));
            foreach (var reading in Combined(SyllablesOf(name, arePeople)))
                keys.AddRange([string.Concat(reading), string.Concat(reading.Select(s => s.EnumerateRunes().First()))]);
        }
        return string.Join('\n', keys.Distinct());
    }

    /// <summary>
    /// A search as typed, folded as the keys are: full-width and capital letters made plain; blanks, dots and apostrophes left out.
    /// </summary>
    public static string Needle(string typed) =>
        string.Concat(
                typed
                    .Normalize(NormalizationForm.FormKC)
                    .ToLowerInvariant()
                    .Where(c => !char.IsWhiteSpace(c) && c is not ('\'' or '\u2019') && !Dots.Contains(c, StringComparison.Ordinal))
            )
            .Replace('\u00FC', 'v');

    /// <summary>Sorts by pinyin, syllable by syllable; names that sound alike lie together.</summary>
    public static string SortKey(string name, bool isPerson) =>
        string.Join(' ', SyllablesOf(name, isPerson).Select(s => s[0])) + '\t' + name;

    /// <summary>
    /// Sorts by the strokes of the characters in turn, as lists of names are printed in China: fewer strokes first, then by the strokes in
    /// the order
    /// of writing, so that people of one surname lie together.
    /// </summary>
    public static string StrokeKey(string name) =>
        string.Concat(
            Needle(name)
                .EnumerateRunes()
                .Select(r => Strokes.GetValueOrDefault(r, "0").PadLeft(2, '0') + StrokeOrders.GetValueOrDefault(r) + r)
        );

    /// <summary>Dots between letters in whatever form, written as the middle dot.</summary>
    public static string WithMiddleDots(string name) =>
        string.Concat(
            name.Select(
                (c, at) =>
                    Dots.Contains(c, StringComparison.Ordinal)
                    && at > 0
                    && at < name.Length - 1
                    && char.IsLetter(name[at - 1])
                    && char.IsLetter(name[at + 1])
                        ? '\u00B7'
                        : c
            )
        );

    /// <summary>For each character its readings, the likeliest first.</summary>
    private static List<string[]> SyllablesOf(string name, bool isPerson)
    {
        var text = Needle(name);
        List<string[]> syllables = [];
        for (var at = 0; at < text.Length; )
        {
            var isSurname = at == 0 && isPerson;
            var known = isSurname
                ? Surnames.Find(w => text.StartsWith(w[1], StringComparison.Ordinal))
                : Words.Find(w => string.CompareOrdinal(text, at, w[1], 0, w[1].Length) == 0);
            var runes = known is null ? [Rune.GetRuneAt(text, at)] : known[1].EnumerateRunes().ToArray();
            foreach (var (rune, said) in runes.Zip(known?[2].Split(' ').Cast<string?>() ?? [null]))
                syllables.Add(known is null || isSurname ? ReadingsOf(rune, said) : [said!]);
            at += runes.Sum(r => r.Utf16SequenceLength);
        }
        return syllables;
    }

    /// <param name="said">How it is read here; null where nothing is known of that.</param>
    private static string[] ReadingsOf(Rune rune, string? said) =>
        [.. new[] { said, Syllables.GetValueOrDefault(rune) ?? rune.ToString() }.OfType<string>().Concat(OtherSyllables[rune]).Distinct()];

    /// <summary>
    /// The likeliest reading first; every combination, or where there are too many each character's other readings one at a time.
    /// </summary>
    private static IEnumerable<IReadOnlyList<string>> Combined(List<string[]> syllables)
    {
        List<string> likeliest = [.. syllables.Select(s => s[0])];
        if (syllables.Aggregate(1L, (n, s) => Math.Min(n * s.Length, MostReadings + 1)) > MostReadings)
            return
            [
                likeliest,
                .. syllables.SelectMany(
                    (s, at) => s.Skip(1).Select(other => (List<string>)[.. likeliest[..at], other, .. likeliest[(at + 1)..]])
                ),
            ];
        return syllables.Aggregate(
            (IEnumerable<IReadOnlyList<string>>)
                [
                    [],
                ],
            (begun, s) => begun.SelectMany(b => s.Select(one => (IReadOnlyList<string>)[.. b, one]))
        );
    }

    private static IEnumerable<(Rune Rune, string Value)> ByRune(string file) =>
        Read(file).SelectMany(c => c[1].EnumerateRunes().Select(r => (r, c[0])));

    private static IEnumerable<string[]> Read(string file)
    {
        using var lines = new StreamReader(typeof(Pinyin).Assembly.GetManifestResourceStream($"CoBuilding.Texts.{file}.tsv")!);
        while (lines.ReadLine() is { } line)
            if (line.Length > 0 && line[0] != '#')
                yield return line.Split('\t');
    }
}
