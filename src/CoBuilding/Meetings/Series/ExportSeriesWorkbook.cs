using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Data;
using CoBuilding.Documents;
using CoBuilding.Texts;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Meetings.Series;

/// <summary>
/// The series as filtered, a row for each of their periods, as a workbook: the rows of <see cref="ListSeries"/>, in its order. Journaled.
/// </summary>
public sealed class ExportSeriesWorkbook(Door door)
{
    private sealed record Line(ListSeries.Row Row, SeriesPeriod Period);

    public async Task<DocumentFile> AskAsync(Scope scope, ListSeries.Question question, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.Export, ct);
        var found = await ListSeries.Rows(db, question).TruncatedAsync(ct);
        var rows = await ListSeries.WithPeriodsAsync(db, found.Rows, ListSeries.LastYear(db), ct);
        var lines = new Truncated<Line>([.. rows.SelectMany(r => r.Periods.Select(p => new Line(r, p)))], found.IsTruncated);
        var place = await Export.PlaceAsync(db, question.PlaceId, ct);
        var body = question.CommitteeId is { } id
            ? await db.Committees.Where(c => c.Id == id).Select(c => c.Name).SingleOrDefaultAsync(ct)
            : null;
        return await db.ExportAsync(scope, "meeting_series", null, lines.Rows.Count, () => Compose(db, lines, question, place, body), ct);
    }

    private static (string, IReadOnlyList<Sheet>) Compose(
        PortalDb db,
        Truncated<Line> lines,
        ListSeries.Question question,
        string? place,
        string? body
    )
    {
        var title = Wording.T("Series.Series");
        var filter = Export.Subtitles(
            db,
            lines,
            place,
            body,
            question.Cadence is { } cadence ? Wording.T(cadence) : null,
            question.WithStopped ? Wording.T("Series.WithStopped") : null,
            question.Needle()
        );
        var sheet = Sheet.Of(
            title,
            title,
            filter,
            [
                new(Wording.T("Exports.Host"), 26, l => l.Row.Host),
                new(Wording.T("Exports.Place"), 14, l => l.Row.Place),
                new(Wording.T("Series.Series"), 24, l => l.Row.Title),
                new(Wording.T("Exports.Kind"), 10, l => l.Row.Kind.Said),
                new(Wording.Label("Cadence"), 8, l => Wording.T(l.Row.Cadence)),
                new(Wording.T("Series.Period"), 16, l => l.Period.Period.Said),
                new(Wording.T("Series.UsualDays"), 26, l => Wording.T("Plans.DaysOf", l.Period.First.InShort(), l.Period.Last.InShort())),
                new(Wording.T("Exports.State"), 10, l => Wording.T(l.Period.State)),
                new(Wording.T("Exports.Meeting"), 32, l => l.Period.Title),
                new(Wording.T("Series.Day"), 16, l => l.Period.Day?.InShort()),
                new(Wording.Label("Reason"), 36, l => l.Period.Reason),
            ],
            lines.Rows
        );
        return (title, [sheet]);
    }
}
