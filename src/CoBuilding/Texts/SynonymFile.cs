using System.Text;
using System.Text.RegularExpressions;

namespace CoBuilding.Texts;

/// <summary>Words recognized in lists, from an embedded <c>.tsv</c>: a value, then the spellings.</summary>
internal static partial class SynonymFile
{
    public static IReadOnlyList<(string Value, string[] Words)> Read(string resource)
    {
        using var reader = new StreamReader(typeof(SynonymFile).Assembly.GetManifestResourceStream("CoBuilding." + resource)!);
        return
        [
            .. reader
                .ReadToEnd()
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Where(l => l[0] != '#')
                .Select(l => l.TrimEnd('\r').Split('\t'))
                .Select(c => (c[0], c[1..])),
        ];
    }

    /// <summary>The normalized form of a word: width, blanks and letter case ignored.</summary>
    public static string Key(string text) => Blanks().Replace(text.Normalize(NormalizationForm.FormKC), "").ToUpperInvariant();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
