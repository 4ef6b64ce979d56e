using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CoBuilding.Documents;

namespace CoBuilding.Places.Workdays;

/// <summary>
/// Reads the yearly notice on public holidays: its original sentences (the holiday, a colon, from which day to which, and which days are
/// worked for it), or rows of name, first day, last day and whether they are off or worked.
/// </summary>
public static partial class HolidayNotice
{
    public sealed record HolidaySpan(string Name, SpanKind Kind, DateOnly FirstDay, DateOnly LastDay);

    /// <param name="Year">The year that the notice names itself; null where it names none.</param>
    /// <param name="Unread">Lines about days off or workdays that were not recognized.</param>
    public sealed record NoticeReader(int? Year, IReadOnlyList<HolidaySpan> Days, IReadOnlyList<string> Unread);

    private const string Off = "\u653E\u5047";
    private const string Worked = "\u4E0A\u73ED";

    public static NoticeReader Read(string text, int year)
    {
        var (found, unread) = (new List<HolidaySpan>(), new List<string>());
        foreach (var written in text.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0))
        {
            var line = written.Normalize(NormalizationForm.FormKC);
            var days =
                line.Contains('\t', StringComparison.Ordinal)
                || (
                    line.Contains(',', StringComparison.Ordinal)
                    && !line.Contains('\u3002', StringComparison.Ordinal)
                    && !line.Contains(':', StringComparison.Ordinal)
                )
                    ? OfCells(line, year)
                    : OfSentences(line, year);
            if (days is null)
                unread.Add(written);
            else
                found.AddRange(days);
        }
        return new NoticeReader(
            NamedYear().Match(text.Normalize(NormalizationForm.FormKC)) is { Success: true } named
                ? int.Parse(named.Groups[1].Value, CultureInfo.InvariantCulture)
                : null,
            found,
            unread
        );
    }

    /// <returns>Null: not understood. Nothing: the line is about something else.</returns>
    private static List<HolidaySpan>? OfSentences(string line, int year)
    {
        var plain = Numbering().Replace(Parentheses().Replace(line, ""), "");
        var colon = plain.IndexOf(':', StringComparison.Ordinal);
        var (name, rest) = colon < 0 ? ("", plain) : (plain[..colon].Trim(), plain[(colon + 1)..]);
        List<HolidaySpan> found = [];
        foreach (var sentence in rest.Split('\u3002', ';').Where(s => AnyDay().IsMatch(s)))
        {
            var isWorked = sentence.Contains(Worked, StringComparison.Ordinal);
            if (!isWorked && !sentence.Contains(Off, StringComparison.Ordinal))
                continue;
            if (name.Length is 0 or > CalendarSpan.LongestName)
                return null;
            int? month = null;
            foreach (Match match in Days().Matches(sentence))
            {
                if (Day(match, 1, year, ref month) is not { } first)
                    return null;
                var last = match.Groups[6].Success ? Day(match, 4, first.Year, ref month) : first;
                if (last is not { } end || end < first || end.DayNumber - first.DayNumber >= CalendarSpan.MostDays)
                    return null;
                found.Add(new(name, isWorked ? SpanKind.Workdays : SpanKind.DaysOff, first, end));
            }
        }
        return found;
    }

    private static List<HolidaySpan>? OfCells(string line, int year)
    {
        var cells = line.Split('\t', ',').Select(c => c.Trim()).ToArray();
        var days = cells.Skip(1).Select(c => OneDay(c, year)).Where(d => d is not null).Select(d => d!.Value).ToArray();
        var isWorked = cells.Any(c => c.Contains(Worked, StringComparison.Ordinal));
        // A row of headings, or a blank one.
        if (days.Length == 0)
            return cells.Skip(1).Any(c => c.Any(char.IsAsciiDigit)) ? null : [];
        if (
            cells[0].Length is 0 or > CalendarSpan.LongestName
            || days.Length > 2
            || days[^1] < days[0]
            || days[^1].DayNumber - days[0].DayNumber >= CalendarSpan.MostDays
        )
            return null;
        return [new(cells[0], isWorked ? SpanKind.Workdays : SpanKind.DaysOff, days[0], days[^1])];
    }

    private static DateOnly? OneDay(string cell, int year)
    {
        if (SheetDays.Read(cell) is { } full)
            return full;
        int? month = null;
        return Days().Match(cell) is { Success: true } match && match.Length == cell.Length && !match.Groups[6].Success
            ? Day(match, 1, year, ref month)
            : null;
    }

    /// <summary>The month of a day that names none is the one before it.</summary>
    private static DateOnly? Day(Match match, int at, int year, ref int? month)
    {
        if (match.Groups[at].Success)
            year = int.Parse(match.Groups[at].Value, CultureInfo.InvariantCulture);
        if (match.Groups[at + 1].Success)
            month = int.Parse(match.Groups[at + 1].Value, CultureInfo.InvariantCulture);
        var day = int.Parse(match.Groups[at + 2].Value, CultureInfo.InvariantCulture);
        return month is >= 1 and <= 12 && year is > 1900 and < 2200 && day >= 1 && day <= DateTime.DaysInMonth(year, month.Value)
            ? new DateOnly(year, month.Value, day)
            : null;
    }

    [GeneratedRegex(@"([12]\d{3})\u5E74\u90E8\u5206\u8282\u5047\u65E5")]
    private static partial Regex NamedYear();

    [GeneratedRegex(@"\([^)]*\)")]
    private static partial Regex Parentheses();

    [GeneratedRegex(@"^\s*(?:[\u4E00\u4E8C\u4E09\u56DB\u4E94\u516D\u4E03\u516B\u4E5D\u5341]+|\d+)[\u3001.]\s*")]
    private static partial Regex Numbering();

    [GeneratedRegex(@"\d\u65E5")]
    private static partial Regex AnyDay();

    [GeneratedRegex(
        @"(?:(\d{4})\u5E74)?(?:(\d{1,2})\u6708)?(\d{1,2})\u65E5"
            + @"(?:\s*(?:\u81F3|\u5230|[-~\u2013\u2014])\s*(?:(\d{4})\u5E74)?(?:(\d{1,2})\u6708)?(\d{1,2})\u65E5)?"
    )]
    private static partial Regex Days();
}
