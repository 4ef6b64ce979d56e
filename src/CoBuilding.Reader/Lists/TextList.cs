using System.Globalization;
using System.Text;
using CoBuilding.Reader.Protocol;
using CsvHelper;
using CsvHelper.Configuration;

namespace CoBuilding.Reader.Lists;

/// <summary>Text with commas, semicolons or tabs, and cells pasted from a spreadsheet.</summary>
internal static class TextList
{
    private const int SampleLines = 20;
    private static readonly string[] Delimiters = ["\t", ",", ";"];

    public static IReadOnlyList<ReaderMessage.Row> Read(byte[] file, CharacterCount characters)
    {
        var text = PlainText.Read(file) ?? throw new FileRefused(RefusalReason.Unreadable);
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = DelimiterOf(text),
            HasHeaderRecord = false,
            IgnoreBlankLines = false,
            BadDataFound = null,
            MaxFieldSize = ReadingLimits.LongestCell,
        };
        using var parser = new CsvParser(new StringReader(text), configuration);
        var rows = new SheetRows(characters);
        for (var number = 1; parser.Read(); number++)
            rows.Add(new(number, parser.Record!, HasError: false));
        return rows.Rows;
    }

    /// <summary>Tabs between cells, one with a line break in quotation marks.</summary>
    public static IReadOnlyList<ReaderMessage.Row> ReadPasted(byte[] block)
    {
        var text = Encoding.UTF8.GetString(block).TrimStart('\uFEFF');
        PlainText.CheckLines(text);
        var badQuote = false;
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = "\t",
            HasHeaderRecord = false,
            IgnoreBlankLines = false,
            BadDataFound = _ => badQuote = true,
            MaxFieldSize = ReadingLimits.LongestTextLine,
        };
        using var parser = new CsvParser(new StringReader(text), configuration);
        var rows = new SheetRows(new CharacterCount());
        for (var number = 1; rows.Rows.Count <= ReadingLimits.MostPastedRows && Next(); number++)
        {
            var raw = parser.RawRecord.TrimEnd('\r', '\n');
            var severalLines = raw.Contains('\n', StringComparison.Ordinal);
            // Spreadsheets quote a cell only if it contains a line break; otherwise a quotation mark is part of the text.
            string[] cells = severalLines ? parser.Record! : [.. raw.Split('\t').Select(Unquoted)];
            // A row with more cells than the header is reported as an error of that row.
            if (cells.Length > ReadingLimits.MostColumns)
                cells = cells[..ReadingLimits.MostColumns];
            rows.Add(
                new(number, cells, HasError: false, raw, QuoteNotClosed: severalLines && (badQuote || raw.Count(c => c == '"') % 2 == 1))
            );
        }
        return rows.Rows;

        bool Next()
        {
            badQuote = false;
            return parser.Read();
        }
    }

    private static string Unquoted(string cell) =>
        cell is ['"', .. var inside, '"'] && !inside.Replace("\"\"", "", StringComparison.Ordinal).Contains('"', StringComparison.Ordinal)
            ? inside.Replace("\"\"", "\"", StringComparison.Ordinal)
            : cell;

    private static string DelimiterOf(string text)
    {
        var sample = text.Split('\n', SampleLines + 1).Take(SampleLines).ToList();
        return Delimiters.MaxBy(d => sample.Sum(line => line.Count(c => c == d[0])))!;
    }
}
