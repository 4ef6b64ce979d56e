namespace CoBuilding.Documents.Importing;

/// <summary>An imported list: its header and the original rows.</summary>
internal abstract class ImportedRows
{
    public const int MostRows = 20_000;
    public const int MostPasted = 2_000;
    public const int LongestPaste = 2_000_000;

    protected const int HeaderWithin = 10;

    /// <param name="Text">As pasted; empty in a file.</param>
    /// <param name="Problem">The text key of what is wrong with the row as a whole.</param>
    protected sealed record Raw(int Number, string Text, string[] Cells, string? Problem);

    protected Raw? Head { get; init; }
    protected IReadOnlyList<Raw> Data { get; init; } = [];

    /// <summary>Columns that are not imported.</summary>
    public IReadOnlyList<string> UnknownHeaders { get; protected init; } = [];

    public IReadOnlyList<string> Header { get; protected init; } = [];

    /// <summary>Some of the original rows, for the report file.</summary>
    public IReadOnlyList<(int Number, string[] Cells)> Cells(Func<int, bool> wanted) =>
        [.. Data.Where(r => wanted(r.Number)).Select(r => (r.Number, r.Cells))];

    /// <summary>A pasted block with its header and some of its rows; empty when none is wanted.</summary>
    public string Part(Func<int, bool> wanted)
    {
        var some = Data.Where(r => wanted(r.Number)).Select(r => r.Text).ToList();
        return some.Count == 0 ? "" : string.Join('\n', Head is null ? some : some.Prepend(Head.Text));
    }
}
