using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Documents;
using CoBuilding.Texts;

namespace CoBuilding.Committees.Rosters;

/// <summary>
/// The places without a committee of a kind, as a workbook: the rows of <see cref="ListUncovered"/>, in its order. Journaled.
/// </summary>
public sealed class ExportUncoveredWorkbook(Door door)
{
    public async Task<DocumentFile> AskAsync(Scope scope, ListUncovered.Question question, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.Export, ct);
        var kind = await ListUncovered.KindAsync(db, question, ct);
        var rows = await (await ListUncovered.RowsAsync(db, question, kind, ct)).TruncatedAsync(ct);
        return await db.ExportAsync(scope, "places", null, rows.Rows.Count, () => Compose(db, rows, kind, question.Needle()), ct);
    }

    private static (string, IReadOnlyList<Sheet>) Compose(
        PortalDb db,
        Truncated<ListUncovered.Row> rows,
        DistrictCommitteeKind kind,
        string? needle
    )
    {
        var title = Wording.T("Exports.UncoveredTitle", kind.Said);
        var sheet = Sheet.Of(
            Wording.T("Exports.UncoveredSheet"),
            title,
            Export.Subtitles(db, rows, needle),
            [
                new(Wording.T("Exports.Place"), 24, r => r.Name),
                new(Wording.T("Exports.LiesIn"), 24, r => r.Street),
                new(Wording.T("Exports.Code"), 18, r => r.Code),
                Export.Key<ListUncovered.Row>(r => r.PlaceId),
            ],
            rows.Rows
        );
        return (title, [sheet]);
    }
}
