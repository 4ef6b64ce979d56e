using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Documents;
using CoBuilding.Texts;

namespace CoBuilding.Resolutions;

/// <summary>
/// The list of resolutions as filtered, as a workbook: the rows of <see cref="ListResolutions"/>, in its order. Journaled.
/// </summary>
public sealed class ExportResolutionsWorkbook(Door door)
{
    public async Task<DocumentFile> AskAsync(Scope scope, ListResolutions.Question question, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.Export, ct);
        var (rows, assisting) = await ResolutionLedger.ReadAsync(db, question, ct);
        var place = await Export.PlaceAsync(db, question.PlaceId, ct);
        return await db.ExportAsync(
            scope,
            "resolutions",
            null,
            rows.Rows.Count,
            () =>
            {
                var title = Wording.T("Resolutions.LedgerTitle");
                List<Column<ListResolutions.Row>> columns =
                [
                    new(Wording.T("Exports.Place"), 14, r => r.Place),
                    new(Wording.T("Exports.Host"), 24, r => r.Host),
                    .. ResolutionLedger.Columns(assisting),
                    new(Wording.T("Resolutions.FromMeeting"), 34, r => r.Meeting),
                    new(Wording.T("Resolutions.WaitsFor"), 10, r => Wording.T(r.WaitsFor)),
                    new(Wording.Label("ContactName"), 12, r => r.ContactName),
                    Export.Key<ListResolutions.Row>(r => r.Id),
                ];
                return (
                    title,
                    (IReadOnlyList<Sheet>)
                        [
                            Sheet.Of(
                                title,
                                title,
                                Export.Subtitles(db, rows, place, Wording.T(question.View), question.Needle()),
                                columns,
                                rows.Rows
                            ),
                        ]
                );
            },
            ct
        );
    }
}
