using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Documents.Reading;
using CoBuilding.Reader.Protocol;

namespace CoBuilding.Documents;

/// <summary>
/// Reads a worksheet of an .xlsx or .xls, or text with commas, semicolons or tabs, in a separate process, regardless of the file name.
/// </summary>
public static class SheetFile
{
    public const int MostBytes = ReadingLimits.MostBytes;

    private const int SampleRows = 20;

    /// <param name="isHeader">
    /// Recognizes the header: the first sheet with a header among its first rows is read. Hidden sheets are ignored.
    /// </param>
    /// <exception cref="RuleBroken">
    /// It is not a workbook or table, is too large, may contain macros or a password, or could not be read.
    /// </exception>
    public static async Task<IReadOnlyList<SheetRow>> ReadAsync(
        ReaderPool reader,
        Scope scope,
        byte[] file,
        Func<SheetRow, bool>? isHeader,
        CancellationToken ct
    )
    {
        if (file.Length > MostBytes)
            throw SheetRules.TooLarge(MostBytes / 1024 / 1024);
        if (file.Length == 0)
            throw SheetRules.NotAWorkbook();
        return await ReadAsync(reader, scope, ReadingKind.List, file, isHeader ?? (_ => true), ct);
    }

    /// <summary>Reads cells as a spreadsheet puts them on the clipboard.</summary>
    /// <inheritdoc cref="ReadAsync(ReaderPool, Scope, byte[], Func{SheetRow, bool}?, CancellationToken)"/>
    public static Task<IReadOnlyList<SheetRow>> ReadPastedAsync(ReaderPool reader, Scope scope, byte[] block, CancellationToken ct) =>
        ReadAsync(reader, scope, ReadingKind.Pasted, block, _ => true, ct);

    private static async Task<IReadOnlyList<SheetRow>> ReadAsync(
        ReaderPool reader,
        Scope scope,
        ReadingKind kind,
        byte[] file,
        Func<SheetRow, bool> isHeader,
        CancellationToken ct
    )
    {
        List<SheetRow>? first = null;
        List<SheetRow> rows = [];
        var refused = await reader.ReadAsync(scope, kind, new MemoryStream(file, writable: false), Hear, ct);
        if (refused is not null)
            throw SheetRefusals.Of(refused);
        return rows.Take(SampleRows).Any(isHeader) ? rows : first ?? throw SheetRules.NotAWorkbook();

        ReaderMessage? Hear(ReaderMessage said)
        {
            if (
                said is ReaderMessage.Row row
                && row.Cells.Select(Fold).ToArray() is var cells
                && Array.FindLastIndex(cells, c => c.Length > 0) is >= 0 and var last
            )
                rows.Add(new(row.Number, cells[..(last + 1)], row.HasError, row.Text, row.QuoteNotClosed));
            if (said is not ReaderMessage.SheetEnd)
                return null;
            first ??= rows;
            var isFound = rows.Take(SampleRows).Any(isHeader);
            if (!isFound)
                rows = [];
            return new ReaderMessage.NextSheet(!isFound);
        }
    }

    /// <summary>Normalizes widths: full-width digits and blanks become plain ones, line breaks become blanks.</summary>
    internal static string Fold(string cell)
    {
        if (cell.All(c => c is > ' ' and < '\u00A0' or > '\u3000' and < '\uFF10'))
            return cell;
        return string.Create(
                cell.Length,
                cell,
                (folded, text) =>
                {
                    for (var n = 0; n < text.Length; n++)
                        folded[n] = text[n] switch
                        {
                            >= '\uFF10' and <= '\uFF19' => (char)(text[n] - '\uFF10' + '0'),
                            '\u3000' or '\u00A0' => ' ',
                            _ => text[n],
                        };
                }
            )
            .Trim(' ');
    }
}
