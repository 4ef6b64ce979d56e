using System.Globalization;
using System.Text;

namespace CoBuilding.Documents;

internal static class FileNames
{
    // Most file systems take 255 bytes; a Han character is three of them.
    private const int MostBytes = 200;
    private const string Refused = "\\/:*?\"<>|";

    /// <summary>A file name that Windows, phones and WeChat accept: other characters are removed, and long names are cut.</summary>
    public static string Of(string stem, string ending)
    {
        var name = new StringBuilder();
        var bytes = 0;
        foreach (var rune in stem.Normalize(NormalizationForm.FormC).EnumerateRunes())
        {
            if (
                Rune.IsControl(rune)
                || rune == Rune.ReplacementChar
                || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format
                || Refused.Contains(rune.ToString(), StringComparison.Ordinal)
            )
                continue;
            bytes += rune.Utf8SequenceLength;
            if (bytes > MostBytes)
                break;
            name.Append(rune.ToString());
        }
        return name.ToString().Trim(' ', '.') + ending;
    }
}
