using CoBuilding.Reader.Protocol;

namespace CoBuilding.Reader.Lists;

/// <summary>The non-empty rows of one sheet, buffered until its end, where the merged cells are listed.</summary>
/// <param name="characters">Counts over all sheets of the file.</param>
internal sealed class SheetRows(CharacterCount characters)
{
    // Cells that stand for a merged range are as many as its rows; excessive merged ranges are ignored.
    private const int MostMerged = 200_000;

    private readonly List<ReaderMessage.Row> rows = [];
    private int merged;

    public IReadOnlyList<ReaderMessage.Row> Rows => rows;

    /// <summary>Adds a row unless it is blank.</summary>
    /// <exception cref="FileRefused">Too many rows, too many columns, or too much text in total.</exception>
    public void Add(ReaderMessage.Row row)
    {
        var last = Array.FindLastIndex(row.Cells, c => !string.IsNullOrWhiteSpace(c));
        if (last < 0)
            return;
        if (last >= ReadingLimits.MostColumns)
            throw TooManyColumns();
        if (rows.Count >= ReadingLimits.MostRows)
            throw new FileRefused(RefusalReason.TooManyRows, ReadingLimits.MostRows);
        foreach (var cell in row.Cells)
            characters.Add(cell.Length);
        rows.Add(row with { Cells = row.Cells[..(last + 1)] });
    }

    /// <summary>Copies the value of vertically merged cells to each of their rows.</summary>
    /// <param name="column">Counted from 0.</param>
    /// <param name="from">The first row, as the spreadsheet numbers it.</param>
    /// <param name="until">The last one.</param>
    public void Repeat(int column, int from, int until)
    {
        if (until <= from)
            return;
        var first = rows.BinarySearch(
            new ReaderMessage.Row(from, [], false),
            Comparer<ReaderMessage.Row>.Create((a, b) => a.Number.CompareTo(b.Number))
        );
        if (first < 0 || column < 0 || column >= rows[first].Cells.Length)
            return;
        for (var n = first + 1; n < rows.Count && rows[n].Number <= until; n++)
        {
            if (++merged > MostMerged)
                throw Packages.UnpackBudget.Blown();
            var cells = rows[n].Cells;
            if (column >= cells.Length)
                Array.Resize(ref cells, column + 1);
            for (var gap = rows[n].Cells.Length; gap < cells.Length; gap++)
                cells[gap] = "";
            if (cells[column].Length == 0)
            {
                cells[column] = rows[first].Cells[column];
                characters.Add(cells[column].Length);
            }
            rows[n] = rows[n] with { Cells = cells };
        }
    }

    public static FileRefused TooManyColumns() => new(RefusalReason.TooManyColumns, ReadingLimits.MostColumns);
}
