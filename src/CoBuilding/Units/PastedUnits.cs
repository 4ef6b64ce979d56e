using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CoBuilding.Data;
using CoBuilding.Documents;
using CsvHelper;
using CsvHelper.Configuration;

namespace CoBuilding.Units;

/// <summary>
/// A block of cells as a spreadsheet puts it on the clipboard: tabs between cells, a cell with a line break in quotation marks.
/// Columns are known by their header, above which there may be title rows; a block without one has the standard columns.
/// </summary>
internal sealed partial class PastedUnits
{
    public const int MostRows = 500;
    public const int LongestText = 500_000;

    /// <summary>As many as an export holds, so that every export can come back.</summary>
    public const int MostFileRows = 5_000;

    private const int HeaderWithin = 10;

    /// <param name="Number">The row within the pasted block, from 1.</param>
    /// <param name="Problem">The text key of what is wrong with the row as a whole.</param>
    public sealed record Line(int Number, IReadOnlyDictionary<UnitColumn, string> Cells, string? Problem)
    {
        public string? this[UnitColumn column] => Cells.GetValueOrDefault(column);
    }

    private sealed record Raw(int Number, string Text, string[] Cells, string? Problem);

    private readonly IReadOnlyList<Raw> data;
    private readonly Raw? header;

    private PastedUnits(IReadOnlyList<Line> lines, IReadOnlyList<string> unknown, Raw? header, IReadOnlyList<Raw> data) =>
        (Lines, UnknownHeaders, this.header, this.data) = (lines, unknown, header, data);

    public IReadOnlyList<Line> Lines { get; }

    /// <summary>Columns that are not taken over.</summary>
    public IReadOnlyList<string> UnknownHeaders { get; }

    /// <exception cref="RuleBroken">There are more than <see cref="MostRows"/> rows.</exception>
    public static PastedUnits Read(string text)
    {
        if (text.Length > LongestText) throw UnitsRules.TooManyRows(MostRows);
        var rows = Rows(text);
        var header = rows.Take(HeaderWithin).FirstOrDefault(IsHeader);
        List<string> unknown = [];
        var columns = header is null ? [.. Enum.GetValues<UnitColumn>().TakeWhile(c => c != UnitColumn.Street).Cast<UnitColumn?>()] : ColumnsOf(header, unknown);
        var data = rows.Where(r => header is null || r.Number > header.Number).ToList();
        if (data.Count > MostRows) throw UnitsRules.TooManyRows(MostRows);
        return new PastedUnits([.. data.Select(r => LineOf(r, columns))], unknown, header, data);
    }

    /// <summary>A file's rows. They have a header, since nobody sees columns being guessed in a file.</summary>
    /// <exception cref="RuleBroken">There is no header, or more than <see cref="MostFileRows"/> rows.</exception>
    public static PastedUnits Read(IReadOnlyList<SheetRow> sheet)
    {
        List<Raw> rows = [.. sheet.Select(r => new Raw(r.Number, "", [.. r.Cells.Select(Fold)], r.HasError ? "Imports.CellError" : null))];
        var header = rows.Take(HeaderWithin).FirstOrDefault(IsHeader) ?? throw SheetRules.NoHeader(UnitWords.Label(UnitColumn.Name));
        List<string> unknown = [];
        var columns = ColumnsOf(header, unknown);
        // The lines below an exported list fill no column that is read.
        var data = rows.Where(r => r.Number > header.Number && LineOf(r, columns) is { Problem: not null } or { Cells.Count: > 0 }).ToList();
        if (data.Count > MostFileRows) throw SheetRules.TooManyRows(MostFileRows);
        return new PastedUnits([.. data.Select(r => LineOf(r, columns))], unknown, header, data);
    }

    /// <summary>The header, and some of the rows as they were, for a file that goes back.</summary>
    public (IReadOnlyList<string> Header, IReadOnlyList<(int Number, string[] Cells)> Rows) Cells(Func<int, bool> wanted) =>
        (header!.Cells, [.. data.Where(r => wanted(r.Number)).Select(r => (r.Number, r.Cells))]);

    /// <summary>The block with its header and some of its rows, as they were pasted; empty when none is wanted.</summary>
    public string Part(Func<int, bool> wanted)
    {
        var some = data.Where(r => wanted(r.Number)).Select(r => r.Text).ToList();
        return some.Count == 0 ? "" : string.Join('\n', header is null ? some : some.Prepend(header.Text));
    }

    private static List<Raw> Rows(string text)
    {
        var badQuote = false;
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = "\t", HasHeaderRecord = false, IgnoreBlankLines = false, BadDataFound = _ => badQuote = true,
        };
        using var parser = new CsvParser(new StringReader(text), configuration);
        List<Raw> rows = [];
        for (var number = 1; Next(); number++)
        {
            var raw = parser.RawRecord.TrimEnd('\r', '\n');
            var severalLines = raw.Contains('\n', StringComparison.Ordinal);
            // Spreadsheets quote a cell only where it holds a line break; elsewhere a quotation mark is the cell's own.
            var cells = severalLines ? parser.Record! : raw.Split('\t');
            var notClosed = severalLines && (badQuote || raw.Count(c => c == '"') % 2 == 1);
            cells = [.. cells.Select(c => Fold(severalLines ? c : Unquoted(c)))];
            if (cells.Any(c => c.Length > 0)) rows.Add(new Raw(number, raw, cells, notClosed ? "Units.PasteQuoteNotClosed" : null));
            if (rows.Count > MostRows + HeaderWithin) break;
        }
        return rows;

        bool Next()
        {
            badQuote = false;
            return parser.Read();
        }
    }

    private static string Unquoted(string cell) =>
        cell is ['"', .. var inside, '"'] && !inside.Replace("\"\"", "", StringComparison.Ordinal).Contains('"', StringComparison.Ordinal)
            ? inside.Replace("\"\"", "\"", StringComparison.Ordinal) : cell;

    /// <summary>One line of plain text: no control characters, no invisible ones, and Han characters are not parted by a line break.</summary>
    private static string Fold(string cell)
    {
        var text = BreakBetweenHan().Replace(cell, "");
        text = Blanks().Replace(text, " ");
        // A half of a surrogate pair reads as the replacement character; the database takes neither.
        var kept = text.EnumerateRunes().Where(r => !Rune.IsControl(r) && r != Rune.ReplacementChar && r.Value is not (0x200B or 0xFEFF));
        return string.Concat(kept).Trim();
    }

    private static bool IsHeader(Raw row)
    {
        var filled = row.Cells.Where(c => c.Length > 0).ToList();
        var known = filled.Select(UnitWords.Column).Where(c => c is not null).ToList();
        return known.Contains(UnitColumn.Name) && (known.Count > 1 || filled.Count == 1);
    }

    private static List<UnitColumn?> ColumnsOf(Raw header, List<string> unknown)
    {
        List<UnitColumn?> columns = [];
        UnitColumn? person = null;
        foreach (var cell in header.Cells)
        {
            var column = UnitWords.Column(cell);
            if (column is UnitColumn.Secretary or UnitColumn.LiaisonOfficer) person = column;
            column = column switch
            {
                UnitColumn.Phone => person == UnitColumn.Secretary ? UnitColumn.SecretaryMobile : UnitColumn.LiaisonMobile,
                UnitColumn.Title => person == UnitColumn.LiaisonOfficer ? UnitColumn.LiaisonTitle : UnitColumn.SecretaryTitle,
                _ => column,
            };
            if (column is not null && column != UnitColumn.Ignored && columns.Contains(column)) column = null;
            if (column is null && cell.Length > 0) unknown.Add(cell);
            columns.Add(column);
        }
        return columns;
    }

    private static Line LineOf(Raw row, List<UnitColumn?> columns)
    {
        Dictionary<UnitColumn, string> cells = [];
        for (var n = 0; n < Math.Min(columns.Count, row.Cells.Length); n++)
            if (columns[n] is { } column && column != UnitColumn.Ignored && row.Cells[n].Length > 0) cells[column] = row.Cells[n];
        var problem = row.Problem ?? (row.Cells.Skip(columns.Count).Any(c => c.Length > 0) ? "Units.PasteTooManyColumns" : null);
        return new Line(row.Number, cells, problem);
    }

    /// <summary>A number that the spreadsheet shows as 1.38E+10: its digits are gone.</summary>
    public static bool IsMangledNumber(string text) => Mangled().IsMatch(text.Normalize(NormalizationForm.FormKC));

    /// <summary>Names of two characters are often spread with a blank to the width of three.</summary>
    public static string PersonName(string text) => BlankBetweenHan().Replace(text, "");

    private const string Han = @"[\p{IsCJKUnifiedIdeographs}\p{IsCJKUnifiedIdeographsExtensionA}\uD840-\uDBFF\uDC00-\uDFFF]";

    [GeneratedRegex($@"(?<={Han})[ \t\u3000]*[\r\n]+[ \t\u3000]*(?={Han})")]
    private static partial Regex BreakBetweenHan();

    [GeneratedRegex($@"(?<={Han})\s+(?={Han})")]
    private static partial Regex BlankBetweenHan();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"^\d(\.\d+)?E\+?\d{1,2}$", RegexOptions.IgnoreCase)]
    private static partial Regex Mangled();
}
