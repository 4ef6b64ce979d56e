using System.Text;

namespace CoBuilding.Access;

/// <summary>Whether a password is only a well-known name, possibly with digits and symbols around it or in pinyin.</summary>
internal static class NamePasswordCheck
{
    public static bool IsNoMoreThan(string password, string name)
    {
        var (typed, pinyin) = (Plain(password), string.Concat(Texts.Pinyin.SortKey(name, false).Split('\t')[0].Split(' ')));
        return new[] { name, pinyin }
            .Select(Plain)
            .Any(known => known.Length > 0 && (known == typed || (Letters(known) is { Length: > 0 } bare && bare == Letters(typed))));
    }

    private static string Plain(string text) =>
        string.Concat(text.Normalize(NormalizationForm.FormKC).ToLowerInvariant().Where(char.IsLetterOrDigit));

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetter));
}
