using System.Text;
using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Documents.Reading;

namespace CoBuilding.Documents.Importing;

/// <summary>A list whose columns are known by their header, above which there may be title rows.</summary>
internal sealed class ImportedList<T> : ImportedRows
    where T : struct, Enum
{
    private readonly Dictionary<T, int> positions = [];
    private readonly ColumnWords<T> words;

    private ImportedList(ListColumns<T> columns, Raw? head, IReadOnlyList<Raw> below, int most)
    {
        List<string> unknown = [];
        words = columns.Words;
        Head = head;
        Header = head?.Cells ?? [.. columns.Standard.Select(columns.Words.Label)];
        var found = head is null ? [.. columns.Standard.Cast<T?>()] : ColumnsOf(columns, head, unknown);
        for (var n = 0; n < found.Count; n++)
            if (found[n] is { } column && !column.Equals(columns.Ignored))
                positions[column] = n;
        UnknownHeaders = unknown;
        // The lines below an exported list fill no column that is read.
        Data = [.. below.Where(r => r.Problem is not null || positions.Values.Any(n => n < r.Cells.Length && r.Cells[n].Length > 0))];
        if (Data.Count > most)
            throw most == MostPasted ? SheetRules.TooManyPasted(most) : SheetRules.TooManyRows(most);
        Lines =
        [
            .. Data.Select(r => new Line(
                this,
                r.Number,
                r.Cells,
                r.Problem ?? (r.Cells.Skip(found.Count).Any(c => c.Length > 0) ? "Importing.TooManyCells" : null)
            )),
        ];
    }

    public IReadOnlyList<Line> Lines { get; }

    public bool Has(T column) => positions.ContainsKey(column);

    /// <exception cref="RuleBroken">It cannot be read, has no header where it needs one, or too many rows.</exception>
    public static async Task<ImportedList<T>> ReadAsync(
        ReaderPool reader,
        Scope scope,
        ImportSource source,
        ListColumns<T> columns,
        CancellationToken ct
    )
    {
        if (source.IsPasted)
        {
            if (Encoding.UTF8.GetCharCount(source.Bytes) > LongestPaste)
                throw SheetRules.TooManyPasted(MostPasted);
            var pasted = Raws(await SheetFile.ReadPastedAsync(reader, scope, source.Bytes, ct));
            var above = pasted.Take(HeaderWithin).FirstOrDefault(r => IsHeader(columns, r.Cells));
            if (above is null && columns.Standard.Count == 0)
                throw SheetRules.NoHeader(columns.Words.Label(columns.Lead));
            return new ImportedList<T>(columns, above, [.. pasted.Where(r => above is null || r.Number > above.Number)], MostPasted);
        }
        var rows = Raws(
            await SheetFile.ReadAsync(
                reader,
                scope,
                source.Bytes,
                r => IsHeader(columns, [.. r.Cells.Select(Importing.CellText.OneLine)]),
                ct
            )
        );
        // In a file without header, columns are not guessed.
        var head =
            rows.Take(HeaderWithin).FirstOrDefault(r => IsHeader(columns, r.Cells))
            ?? throw SheetRules.NoHeader(columns.Words.Label(columns.Lead));
        return new ImportedList<T>(columns, head, [.. rows.Where(r => r.Number > head.Number)], MostRows);
    }

    /// <summary>The findings, in the current language.</summary>
    /// <param name="title">The title of the list, for the report workbook.</param>
    /// <param name="shown">The columns of <see cref="ImportRow.Shown"/>.</param>
    public ImportCheck Found(string title, IReadOnlyList<T> shown, IEnumerable<ImportRow> rows) =>
        new(title, this, [.. shown.Select(words.Label)], [.. rows]);

    private static List<Raw> Raws(IReadOnlyList<SheetRow> rows) =>
        [
            .. rows.Select(r => new Raw(
                    r.Number,
                    r.Text,
                    [.. r.Cells.Select(Importing.CellText.OneLine)],
                    r.HasError ? "Importing.CellError"
                        : r.QuoteNotClosed ? "Importing.QuoteNotClosed"
                        : null
                ))
                .Where(r => r.Cells.Any(c => c.Length > 0)),
        ];

    private static bool IsHeader(ListColumns<T> columns, string[] cells)
    {
        var filled = cells.Where(c => c.Length > 0).ToList();
        var known = filled.Select(columns.Words.Find).Where(c => c is not null).ToList();
        return known.Contains(columns.Lead) && (known.Count > 1 || filled.Count == 1);
    }

    private static List<T?> ColumnsOf(ListColumns<T> columns, Raw head, List<string> unknown)
    {
        List<T?> found = [];
        foreach (var cell in head.Cells)
        {
            var column = columns.Words.Find(cell);
            if (column is { } vague)
                column = columns.Nearer(vague, found);
            if (column is { } again && !again.Equals(columns.Ignored) && found.Contains(again))
                column = null;
            if (column is null && cell.Length > 0)
                unknown.Add(cell);
            found.Add(column);
        }
        return found;
    }

    /// <param name="Number">The row as the spreadsheet numbers it, or within the pasted block, from 1.</param>
    /// <param name="Problem">The text key of what is wrong with the row as a whole.</param>
    public sealed record Line(ImportedList<T> List, int Number, string[] Cells, string? Problem)
    {
        /// <summary>Null where the cell is blank or the list has no such column.</summary>
        public string? this[T column] =>
            List.positions.TryGetValue(column, out var n) && n < Cells.Length && Cells[n].Length > 0 ? Cells[n] : null;
    }
}
