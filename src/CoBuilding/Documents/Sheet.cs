namespace CoBuilding.Documents;

/// <summary>A table with a title, lines below the title, and lines at its end.</summary>
public sealed record Sheet(
    string Name,
    string Title,
    IReadOnlyList<string> Subtitles,
    IReadOnlyList<(string Header, double Width, bool Hidden)> Columns,
    IReadOnlyList<object?[]> Rows,
    IReadOnlyList<string> Endnotes
)
{
    /// <summary>Columns, from 0, whose cells offer words to choose from: without commas, and 255 characters in all.</summary>
    public IReadOnlyList<(int Column, IReadOnlyList<string> Words)> Choices { get; init; } = [];

    public static Sheet Of<T>(
        string name,
        string title,
        IReadOnlyList<string> subtitles,
        IReadOnlyList<Column<T>> columns,
        IEnumerable<T> rows,
        params IReadOnlyList<string> endnotes
    ) =>
        new(
            name,
            title,
            subtitles,
            [.. columns.Select(c => (c.Header, c.Width, c.Hidden))],
            [.. rows.Select(r => columns.Select(c => c.Value(r)).ToArray())],
            endnotes
        );

    /// <summary>The same with a first column that counts the rows.</summary>
    public Sheet Numbered(string header) =>
        this with
        {
            Columns = [(header, 6, false), .. Columns],
            Rows = [.. Rows.Select((cells, n) => (object?[])[n + 1, .. cells])],
        };
}
