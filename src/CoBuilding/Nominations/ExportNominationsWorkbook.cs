using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Documents;
using CoBuilding.Texts;

namespace CoBuilding.Nominations;

/// <summary>
/// The list of nominations as filtered, as a workbook: the rows of <see cref="ListNominations"/>, in its order. Journaled.
/// </summary>
public sealed class ExportNominationsWorkbook(Door door)
{
    public async Task<DocumentFile> AskAsync(Scope scope, ListNominations.Question question, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.Export, ct);
        var rows = await ListNominations.Rows(db, question).TruncatedAsync(ct);
        rows = rows with { Rows = await ListNominations.NamedAsync(db, rows.Rows, ct) };
        var place = await Export.PlaceAsync(db, question.PlaceId, ct);
        return await db.ExportAsync(scope, "nominations", null, rows.Rows.Count, () => Compose(db, rows, question, place), ct);
    }

    private static (string, IReadOnlyList<Sheet>) Compose(
        PortalDb db,
        Truncated<ListNominations.Row> rows,
        ListNominations.Question question,
        string? place
    )
    {
        var title = Wording.T("Nominations.ListTitle");
        var filter = Export.Subtitles(db, rows, place, question.State is { } state ? Wording.T(state) : null, question.Needle());
        var sheet = Sheet.Of(
            title,
            title,
            filter,
            [
                new(Wording.T("Nominations.Place"), 16, r => r.Place),
                new(Wording.T("Exports.Committee"), 30, r => r.Committee),
                new(Wording.T("Exports.SeatTitle"), 14, r => r.SeatTitle),
                new(Wording.T("Exports.Unit"), 30, r => r.Unit),
                new(Wording.T("Nominations.Person"), 12, r => r.Person),
                new(Wording.Label("Gender"), 8, r => r.Gender is { } gender ? Wording.T(gender) : null),
                new(Wording.Label("PartyPost"), 18, r => r.PartyPost),
                new(Wording.Label("AdministrativePost"), 18, r => r.AdministrativePost),
                new(Wording.Label("Rank"), 12, r => r.Rank),
                new(Wording.Label("Way"), 20, r => Wording.T(r.Way)),
                new(Wording.Label("Origin"), 10, r => Wording.T(r.Origin)),
                new(Wording.Label("State"), 12, r => Wording.T(r.State)),
                new(Wording.Label("StateOn"), 16, r => r.StateOn.InShort()),
                new(Wording.T("Nominations.Until"), 16, r => r.PublicUntil?.DayBefore().InShort()),
                new(Wording.T("Exports.LetterNumber"), 18, r => r.LetterNumber),
                Export.Key<ListNominations.Row>(r => r.Id),
            ],
            rows.Rows
        );
        return (title, [sheet]);
    }
}
