using System.Text.Json;
using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Places;
using CoBuilding.Texts;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Documents;

/// <summary>
/// Common parts of all exports: a row limit that is stated; the exporter and time on every page; a journal entry, which is the only thing
/// an export writes.
/// </summary>
public static class Export
{
    public const int MostRows = 20_000;

    /// <summary>A list's rows in its own order, cut at <see cref="MostRows"/>. One statement.</summary>
    public static async Task<Truncated<T>> TruncatedAsync<T>(this IQueryable<T> rows, CancellationToken ct)
    {
        var read = await rows.Take(MostRows + 1).ToListAsync(ct);
        return new Truncated<T>(read.Count > MostRows ? read[..MostRows] : read, read.Count > MostRows);
    }

    /// <summary>The name of the place that a list was narrowed to; null when it was not. One statement either way.</summary>
    public static async Task<string?> PlaceAsync(PortalDb db, Guid? placeId, CancellationToken ct) =>
        await db.Places.AsNoTracking().Where(p => p.Id == placeId).Select(p => p.Name).SingleOrDefaultAsync(ct);

    /// <summary>Composes the workbook in the reader's language, journals the export and commits.</summary>
    /// <param name="subject">What was exported, as the journal names it.</param>
    /// <param name="rows">The number of exported rows.</param>
    /// <param name="compose">The file's name without its day and ending, and the sheets.</param>
    public static Task<DocumentFile> ExportAsync(
        this PortalDb db,
        Scope scope,
        string subject,
        Guid? subjectId,
        int rows,
        Func<(string Name, IReadOnlyList<Sheet> Sheets)> compose,
        CancellationToken ct
    ) => db.ReprintAsync(scope, subject, subjectId, rows, null, compose, ct);

    /// <summary>The same for a paper. Only lists have <see cref="Mark"/>; issued papers name their issuer.</summary>
    public static Task<ExportedPaper> ExportAsync(
        this PortalDb db,
        Scope scope,
        string subject,
        Guid? subjectId,
        int rows,
        Func<(string Name, Paper Paper)> compose,
        CancellationToken ct
    ) => db.ReprintAsync(scope, subject, subjectId, rows, null, compose, ct);

    /// <summary>A workbook as recorded at the end of a day: always the same bytes, so it does not contain the time of export.</summary>
    /// <param name="knownOn">Null: of what is known now.</param>
    internal static Task<DocumentFile> ReprintAsync(
        this PortalDb db,
        Scope scope,
        string subject,
        Guid? subjectId,
        int rows,
        DateOnly? knownOn,
        Func<(string Name, IReadOnlyList<Sheet> Sheets)> compose,
        CancellationToken ct
    ) =>
        db.HandOutAsync(
            scope,
            subject,
            subjectId,
            rows,
            () =>
            {
                var (name, sheets) = compose();
                var mark = knownOn is { } day ? Wording.T("Exports.ReprintMark", db.JournalActor.Name, day.InFull()) : Mark(db);
                var bytes = Workbook.Write(
                    [.. sheets.Select(s => s.Numbered(Wording.T("Exports.Ordinal")) with { Endnotes = [.. s.Endnotes, mark] })],
                    mark,
                    Wording.T("Exports.Pages")
                );
                return new DocumentFile(FileNames.Of($"{name}{knownOn ?? db.Today:yyyy-MM-dd}", ".xlsx"), Workbook.ContentType, bytes);
            },
            file => file.FileName,
            ct
        );

    /// <summary>The same with a paper.</summary>
    internal static Task<ExportedPaper> ReprintAsync(
        this PortalDb db,
        Scope scope,
        string subject,
        Guid? subjectId,
        int rows,
        DateOnly? knownOn,
        Func<(string Name, Paper Paper)> compose,
        CancellationToken ct
    ) =>
        db.HandOutAsync(
            scope,
            subject,
            subjectId,
            rows,
            () =>
            {
                var (name, paper) = compose();
                return new ExportedPaper(name, FileNames.Of($"{name}{knownOn ?? db.Today:yyyy-MM-dd}", ".docx"), scope.Culture, paper);
            },
            exported => exported.FileName,
            ct
        );

    /// <summary>Who exported and when.</summary>
    internal static string Mark(PortalDb db) => Wording.T("Exports.Mark", db.JournalActor.Name, db.Now.InFull());

    private static async Task<T> HandOutAsync<T>(
        this PortalDb db,
        Scope scope,
        string subject,
        Guid? subjectId,
        int rows,
        Func<T> compose,
        Func<T, string> fileName,
        CancellationToken ct
    )
    {
        var document = CultureScope.In(scope.Culture, compose);
        db.AddJournalEntry(
            "exported",
            subject,
            subjectId,
            JsonSerializer.Serialize(new { File = fileName(document), RowCount = rows }, JournalJson.Readable)
        );
        await db.CommitAsync(ct);
        return document;
    }

    /// <summary>The hidden last column with the row key, by which a row is recognized on import.</summary>
    public static Column<T> Key<T>(Func<T, Guid> key) => new(Wording.T("Exports.Key"), 38, r => key(r).ToString(), Hidden: true);

    /// <summary>The lines below a list's title: as of when, what was asked for, how many rows, and whether some are missing.</summary>
    /// <param name="filter">What narrows the list, in words; nulls and blanks are left out.</param>
    public static IReadOnlyList<string> Subtitles<T>(PortalDb db, Truncated<T> rows, params IEnumerable<string?> filter)
    {
        var words = string.Join(Wording.T("Exports.FilterSeparator"), filter.Where(f => !string.IsNullOrWhiteSpace(f)));
        List<string> lines =
        [
            Wording.T("Exports.AsOf", db.Now.InFull(), words.Length > 0 ? words : Wording.T("Exports.Everything"), rows.Rows.Count),
        ];
        if (rows.IsTruncated)
            lines.Add(Wording.T("Exports.Cut", MostRows));
        return lines;
    }
}
