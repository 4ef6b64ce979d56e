using CoBuilding.Texts;

namespace CoBuilding.Documents.Importing;

/// <summary>An empty list to be filled in, in the current language.</summary>
internal static class ImportTemplate
{
    private const int BlankRows = 200;

    /// <param name="choices">Columns whose cells offer words.</param>
    public static DocumentFile Compose<T>(
        string name,
        string hint,
        ColumnWords<T> words,
        IReadOnlyList<T> columns,
        IReadOnlyList<(T Column, IReadOnlyList<string> Words)> choices
    )
        where T : struct, Enum
    {
        var sheet = Sheet.Of(
            name,
            name,
            [hint],
            [.. columns.Select(c => new Column<int>(words.Label(c), 18, _ => null))],
            Enumerable.Range(0, BlankRows)
        ) with
        {
            Choices = [.. choices.Select(c => (columns.Index().First(x => x.Item.Equals(c.Column)).Index, c.Words))],
        };
        return new DocumentFile(
            FileNames.Of(name, ".xlsx"),
            Workbook.ContentType,
            Workbook.Write([sheet], name, Wording.T("Exports.Pages"))
        );
    }
}
