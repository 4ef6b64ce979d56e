using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Documents;
using CoBuilding.Texts;

namespace CoBuilding.Resolutions;

/// <summary>The ledger of resolutions as filtered, as a paper across. Journaled.</summary>
public sealed class ExportResolutionLedgerPaper(Door door)
{
    public async Task<ExportedPaper> AskAsync(Scope scope, ListResolutions.Question question, CancellationToken ct)
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
                return (
                    title,
                    new Paper([
                        new Block.Title(title),
                        .. Export.Subtitles(db, rows, place, Wording.T(question.View), question.Needle()).Select(l => new Block.Line(l)),
                        Block.Table.Of(Wording.T("Exports.Ordinal"), ResolutionLedger.Columns(assisting), rows.Rows),
                        new Block.Line(Export.Mark(db)),
                    ])
                    {
                        IsAcross = true,
                    }
                );
            },
            ct
        );
    }
}
