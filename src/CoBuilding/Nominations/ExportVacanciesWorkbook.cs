using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Documents;
using CoBuilding.Texts;

namespace CoBuilding.Nominations;

/// <summary>The vacant seats as filtered, as a workbook: the rows of <see cref="ListVacancies"/>, in its order. Journaled.</summary>
public sealed class ExportVacanciesWorkbook(Door door)
{
    public async Task<DocumentFile> AskAsync(Scope scope, ListVacancies.Question question, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.Export, ct);
        var rows = await ListVacancies.Rows(db, question).TruncatedAsync(ct);
        var place = await Export.PlaceAsync(db, question.PlaceId, ct);
        return await db.ExportAsync(scope, "vacancies", null, rows.Rows.Count, () => Compose(db, rows, question, place), ct);
    }

    private static (string, IReadOnlyList<Sheet>) Compose(
        PortalDb db,
        Truncated<ListVacancies.Row> rows,
        ListVacancies.Question question,
        string? place
    )
    {
        var title = Wording.T("Nominations.VacancyTitle");
        var filter = Export.Subtitles(db, rows, place, question.Reason is { } reason ? Wording.T(reason) : null, question.Needle());
        var sheet = Sheet.Of(
            title,
            title,
            filter,
            [
                new(Wording.T("Nominations.Place"), 16, r => r.Place),
                new(Wording.T("Exports.Committee"), 30, r => r.Committee),
                new(Wording.T("Exports.SeatRole"), 10, r => Wording.T(r.Role)),
                new(Wording.T("Exports.SeatTitle"), 14, r => r.SeatTitle),
                new(Wording.T("Exports.Unit"), 30, r => r.Unit),
                new(Wording.T("Nominations.VacantSince"), 16, r => r.Since.InShort()),
                new(Wording.T("Nominations.LastHolder"), 12, r => r.LastHolder),
                new(Wording.T("Exports.Since"), 16, r => r.LastFrom?.InShort()),
                new(Wording.T("Committees.Reason"), 14, r => r.Reason is { } ended ? Wording.T(ended) : null),
                new(Wording.T("Nominations.Nominee"), 12, r => r.Nominee),
                new(Wording.Label("State"), 12, r => r.State is { } state ? Wording.T(state) : null),
                new(
                    Wording.T("Exports.Next"),
                    24,
                    r => r.Next is null ? null : Wording.T("Exports.NextFrom", r.Next, r.NextFrom!.Value.InShort())
                ),
                Export.Key<ListVacancies.Row>(r => r.SeatId),
            ],
            rows.Rows
        );
        return (title, [sheet]);
    }
}
