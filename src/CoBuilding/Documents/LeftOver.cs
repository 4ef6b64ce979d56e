using CoBuilding.Texts;

namespace CoBuilding.Documents;

/// <summary>What an import could not take over, as a workbook to be corrected and chosen again: the same columns, and why.</summary>
internal static class LeftOver
{
    private const double ColumnWidth = 18, ReasonWidth = 48;

    /// <param name="name">Title and file name, in the current language.</param>
    /// <param name="header">The file's own columns; an earlier reason among them is written anew.</param>
    public static Document Compose(
        string name, IReadOnlyList<string> header, IReadOnlyList<(int Number, string[] Cells)> rows, IReadOnlyDictionary<int, string> reasons)
    {
        var reason = Wording.T("Imports.Reason");
        var kept = Enumerable.Range(0, header.Count).Where(n => header[n] != reason).ToList();
        List<Column<(int Number, string[] Cells)>> columns =
        [
            new(reason, ReasonWidth, r => reasons[r.Number]),
            .. kept.Select(n => new Column<(int Number, string[] Cells)>(header[n], ColumnWidth, r => n < r.Cells.Length ? r.Cells[n] : null)),
        ];
        var sheet = Sheet.Of(name, name, [Wording.T("Imports.LeftHint")], columns, rows);
        return new Document(FileNames.Of(name, ".xlsx"), Workbook.ContentType, Workbook.Write([sheet], name, Wording.T("Exports.Pages")));
    }
}
