using System.Globalization;
using System.Text.RegularExpressions;
using CoBuilding.Reader.Protocol;

namespace CoBuilding.Documents;

/// <summary>
/// Days as people write them in lists: 2024-03-01, 2024.3.1, 2024/3/1, with the Chinese signs, 20240301, 1 Mar 2024, or the spreadsheet's
/// own count of days.
/// </summary>
internal static partial class SheetDays
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    /// <returns>Null for what is no day.</returns>
    public static DateOnly? Read(string text)
    {
        text = text.Normalize(System.Text.NormalizationForm.FormKC).Trim();
        if (Parted().Match(text) is { Success: true } m || (m = Run().Match(text)).Success)
            return Of(m.Groups[1].Value, m.Groups[2].Value, m.Groups[3].Value);
        if (text.Length == 5 && double.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var serial))
            return SpreadsheetDay.Of(serial);
        return DateOnly.TryParseExact(text, "d MMM yyyy", English, DateTimeStyles.None, out var day) ? day : null;
    }

    private static DateOnly? Of(string year, string month, string day) =>
        DateOnly.TryParseExact($"{year}-{month}-{day}", "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read)
        || DateOnly.TryParseExact($"{year}-{month}-{day}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out read)
            ? read
            : null;

    [GeneratedRegex(@"^((?:19|20|21)\d\d)\s*[-./\u5E74]\s*(\d{1,2})\s*[-./\u6708]\s*(\d{1,2})\s*\u65E5?(?:[T ]00:00(?::00)?)?$")]
    private static partial Regex Parted();

    [GeneratedRegex(@"^((?:19|20|21)\d\d)(\d\d)(\d\d)$")]
    private static partial Regex Run();
}
