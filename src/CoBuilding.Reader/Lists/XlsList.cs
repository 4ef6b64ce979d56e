using System.Globalization;
using System.Text;
using CoBuilding.Reader.Packages;
using CoBuilding.Reader.Protocol;
using ExcelDataReader;

namespace CoBuilding.Reader.Lists;

/// <summary>A workbook of Office before 2007, which many offices still send.</summary>
internal static class XlsList
{
    static XlsList() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static IEnumerable<IReadOnlyList<ReaderMessage.Row>> Read(byte[] file, CharacterCount characters)
    {
        if (OldOffice.HoldsEncrypted(file))
            throw new FileRefused(RefusalReason.Encrypted);
        if (OldOffice.HoldsMacros(file))
            throw new FileRefused(RefusalReason.HasMacros);
        using var book = Open(file);
        do
        {
            if (book.VisibleState == "visible")
                yield return Rows(book, characters);
        } while (book.NextResult());
    }

    private static IExcelDataReader Open(byte[] file)
    {
        try
        {
            return ExcelReaderFactory.CreateBinaryReader(new MemoryStream(file, writable: false));
        }
        catch (ExcelDataReader.Exceptions.InvalidPasswordException)
        {
            throw new FileRefused(RefusalReason.Encrypted);
        }
    }

    private static IReadOnlyList<ReaderMessage.Row> Rows(IExcelDataReader sheet, CharacterCount characters)
    {
        var rows = new SheetRows(characters);
        while (sheet.Read())
        {
            List<string> cells = [];
            for (var n = 0; n < sheet.FieldCount; n++)
            {
                var text = Text(sheet.GetValue(n));
                if (string.IsNullOrWhiteSpace(text))
                    continue;
                if (n >= ReadingLimits.MostColumns)
                    throw SheetRows.TooManyColumns();
                while (cells.Count <= n)
                    cells.Add("");
                cells[n] = text;
            }
            // The library returns a cell with an error as blank.
            rows.Add(new(sheet.Depth + 1, [.. cells], HasError: false));
        }
        foreach (var range in sheet.MergeCells ?? [])
            rows.Repeat(range.FromColumn, range.FromRow + 1, range.ToRow + 1);
        return rows.Rows;
    }

    private static string Text(object? value) =>
        value switch
        {
            null => "",
            string text => text.Length > ReadingLimits.LongestCell ? text[..ReadingLimits.LongestCell] : text,
            DateTime day => SpreadsheetDay.Of(day.ToOADate()) is { } known
                ? known.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
                : CellNumber.Text(day.ToOADate()),
            TimeSpan time => CellNumber.Text(time.TotalDays),
            double number => CellNumber.Text(number),
            bool yes => yes ? "1" : "0",
            var other => Convert.ToString(other, CultureInfo.InvariantCulture) ?? "",
        };
}
