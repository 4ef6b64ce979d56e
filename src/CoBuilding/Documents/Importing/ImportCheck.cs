using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CoBuilding.Data;
using CoBuilding.Texts;

namespace CoBuilding.Documents.Importing;

/// <summary>The findings of a list row by row before saving, and the results afterwards.</summary>
public sealed class ImportCheck
{
    public const int MostRows = ImportedRows.MostRows;
    public const int MostPasted = ImportedRows.MostPasted;

    private readonly ImportedRows brought;
    private readonly string title;

    /// <param name="title">The title of the list, for the report workbook.</param>
    internal ImportCheck(string title, ImportedRows brought, IReadOnlyList<string> headers, IReadOnlyList<ImportRow> rows)
    {
        (this.title, this.brought, Headers, Rows) = (title, brought, headers, rows);
        var counts = rows.CountBy(r => r.Status).ToDictionary();
        (New, Update, Skip, Error) = (Of(RowStatus.New), Of(RowStatus.Update), Of(RowStatus.Skip), Of(RowStatus.Error));
        FindingsHash = PrintOf(rows);

        int Of(RowStatus status) => counts.GetValueOrDefault(status);
    }

    /// <summary>Of <see cref="ImportRow.Shown"/>.</summary>
    public IReadOnlyList<string> Headers { get; }
    public IReadOnlyList<ImportRow> Rows { get; }
    public int New { get; }
    public int Update { get; }
    public int Skip { get; }
    public int Error { get; }

    /// <summary>Columns that are not imported.</summary>
    public IReadOnlyList<string> UnknownHeaders => brought.UnknownHeaders;

    /// <summary>A hash of the findings, by which saving verifies that it does what was shown.</summary>
    public Guid FindingsHash { get; }

    /// <summary>The pasted rows that have an error, with their header; empty when none has.</summary>
    public string Left => brought.Part(ErrorNumbers().Contains);

    /// <exception cref="RuleBroken">A row has an error and was not to be left out, or other things were found than were shown.</exception>
    internal void Demand(ImportList.Form form)
    {
        if (form.FindingsHash is { } seen && seen != FindingsHash)
            throw SheetRules.ChangedMeanwhile();
        if (Error > 0 && !form.OnlyGood)
            throw SheetRules.HasErrors(Error, Rows.First(r => r.Status == RowStatus.Error).Number);
    }

    /// <summary>
    /// The rows with an error under their own header, the reason beside them, so that the workbook can be corrected and imported again
    /// directly; on a second sheet what every row is about.
    /// </summary>
    public DocumentFile Report(CultureInfo culture) =>
        CultureScope.In(
            culture,
            () =>
            {
                var name = Wording.T("Importing.ReportOf", title);
                var bytes = Workbook.Write([ToCorrect(), Outcome()], name, Wording.T("Exports.Pages"));
                return new DocumentFile(FileNames.Of(name, ".xlsx"), Workbook.ContentType, bytes);
            }
        );

    private Sheet ToCorrect()
    {
        const double ColumnWidth = 18,
            ReasonWidth = 48;
        var reason = Wording.T("Importing.Reason");
        var reasons = Rows.Where(r => r.Status == RowStatus.Error)
            .ToDictionary(r => r.Number, r => string.Join(Environment.NewLine, r.Messages));
        // An existing reason column is rewritten.
        var kept = Enumerable.Range(0, brought.Header.Count).Where(n => brought.Header[n] != reason).ToList();
        List<Column<(int Number, string[] Cells)>> columns =
        [
            new(reason, ReasonWidth, r => reasons[r.Number]),
            .. kept.Select(n => new Column<(int Number, string[] Cells)>(
                brought.Header[n],
                ColumnWidth,
                r => n < r.Cells.Length ? r.Cells[n] : null
            )),
        ];
        var name = Wording.T("Importing.ToCorrect");
        return Sheet.Of(
            name,
            Wording.T("Importing.ToCorrectOf", title),
            [Wording.T("Importing.LeftHint")],
            columns,
            brought.Cells(reasons.ContainsKey)
        );
    }

    private Sheet Outcome() =>
        Sheet.Of(
            Wording.T("Importing.Outcome"),
            title,
            [Wording.T("Importing.Counts", Rows.Count, New, Update, Skip, Error)],
            [
                new(Wording.T("Importing.Row"), 8, r => r.Number),
                new(Wording.T("Importing.State"), 10, r => Wording.T(r.Status)),
                .. Headers.Select((h, n) => new Column<ImportRow>(h, 18, r => r.Shown[n])),
                new(Wording.T("Importing.Changes"), 40, r => string.Join(Environment.NewLine, r.Changes.Select(c => c.InWords()))),
                new(Wording.T("Importing.Messages"), 48, r => string.Join(Environment.NewLine, r.Messages)),
            ],
            Rows
        );

    private HashSet<int> ErrorNumbers() => [.. Rows.Where(r => r.Status == RowStatus.Error).Select(r => r.Number)];

    private static Guid PrintOf(IReadOnlyList<ImportRow> rows)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var row in rows)
            hash.AppendData(Encoding.UTF8.GetBytes($"{row.Number}\t{row.Status}\t{string.Join('\t', row.Changes)}\n"));
        return new Guid(hash.GetHashAndReset().AsSpan(0, 16));
    }
}
