using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace CoBuilding.Documents;

/// <summary>One row of a file that has any text at all, as plain text cell by cell.</summary>
/// <param name="Number">As the spreadsheet numbers it, from 1.</param>
/// <param name="HasError">A cell shows an error such as <c>#REF!</c> instead of a value.</param>
public sealed record SheetRow(int Number, string[] Cells, bool HasError = false);

/// <summary>
/// Reads a worksheet of an .xlsx, or text with commas, semicolons or tabs, whatever the file is called. Nothing in it is
/// calculated, run or fetched: a formula gives the value that was stored beside it, and text that looks like one stays text.
/// </summary>
public static class SheetFile
{
    public const int MostBytes = 20 * 1024 * 1024;

    /// <summary>A list of 20,000, and what stands above and below it.</summary>
    public const int MostRows = 20_100;
    public const int MostColumns = 200;

    internal const int LongestCell = 32_767;

    internal const int SampleLines = 20;
    private static readonly string[] Delimiters = ["\t", ",", ";"];
    private static ReadOnlySpan<byte> OldOffice => [0xD0, 0xCF, 0x11, 0xE0];

    /// <param name="file">Its bytes.</param>
    /// <param name="isHeader">Knows the header: the first sheet in which one of the first rows is one is read. Hidden sheets are not looked at.</param>
    /// <exception cref="Data.RuleBroken">It is no workbook and no table, or too large, or one that may carry macros or a password.</exception>
    public static IReadOnlyList<SheetRow> Read(byte[] file, Func<SheetRow, bool>? isHeader = null)
    {
        if (file.Length > MostBytes) throw SheetRules.TooLarge(MostBytes / 1024 / 1024);
        if (file.Length == 0) throw SheetRules.NotAWorkbook();
        if (file.AsSpan().StartsWith(OldOffice))
        {
            var encrypted = file.AsSpan().IndexOf(Encoding.Unicode.GetBytes("EncryptedPackage")) >= 0;
            throw encrypted ? SheetRules.Encrypted() : SheetRules.OldWorkbook();
        }
        return file.AsSpan().StartsWith("PK"u8) ? Xlsx.Read(file, isHeader ?? (_ => true)) : ReadText(file);
    }

    /// <summary>Half of all typing errors in lists are widths: full-width digits and blanks become plain ones, line breaks blanks.</summary>
    internal static string Fold(string cell)
    {
        if (cell.All(c => c is > ' ' and < '\u00A0' or > '\u3000' and < '\uFF10')) return cell;
        return string.Create(cell.Length, cell, (folded, text) =>
        {
            for (var n = 0; n < text.Length; n++)
                folded[n] = text[n] switch
                {
                    >= '\uFF10' and <= '\uFF19' => (char)(text[n] - '\uFF10' + '0'),
                    '\u3000' or '\u00A0' => ' ',
                    _ => text[n],
                };
        }).Trim(' ');
    }

    private static List<SheetRow> ReadText(byte[] file)
    {
        var text = PlainText.Read(file) ?? throw SheetRules.NotAWorkbook();
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = DelimiterOf(text), HasHeaderRecord = false, IgnoreBlankLines = false, BadDataFound = null, MaxFieldSize = LongestCell,
        };
        using var parser = new CsvParser(new StringReader(text), configuration);
        List<SheetRow> rows = [];
        try
        {
            for (var number = 1; parser.Read(); number++) Add(rows, new SheetRow(number, [.. parser.Record!.Select(Fold)]));
        }
        catch (MaxFieldSizeException)
        {
            throw SheetRules.NotAWorkbook();
        }
        return rows;
    }

    /// <summary>Adds a row that is not blank.</summary>
    /// <exception cref="Data.RuleBroken">There are too many rows, or it has too many columns.</exception>
    internal static void Add(List<SheetRow> rows, SheetRow row)
    {
        var last = Array.FindLastIndex(row.Cells, c => c.Length > 0);
        if (last < 0) return;
        if (last >= MostColumns) throw SheetRules.TooManyColumns(MostColumns);
        if (rows.Count >= MostRows) throw SheetRules.TooManyRows(MostRows);
        rows.Add(row with { Cells = row.Cells[..(last + 1)] });
    }

    private static string DelimiterOf(string text)
    {
        var sample = text.Split('\n', SampleLines + 1).Take(SampleLines).ToList();
        return Delimiters.MaxBy(d => sample.Sum(line => line.Count(c => c == d[0])))!;
    }
}
