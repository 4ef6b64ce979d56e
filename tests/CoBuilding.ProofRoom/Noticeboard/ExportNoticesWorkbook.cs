using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Documents;
using CoBuilding.Texts;

namespace CoBuilding.ProofRoom.Noticeboard;

/// <summary>The notices as a workbook: the rows of <see cref="ListNotices"/>. Journaled.</summary>
public sealed class ExportNoticesWorkbook(Door door)
{
    public async Task<DocumentFile> AskAsync(Scope scope, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.Export, ct);
        var rows = await ListNotices.Rows(db).TruncatedAsync(ct);
        return await db.ExportAsync(scope, "notices", null, rows.Rows.Count, () => Compose(db, rows), ct);
    }

    private static (string, IReadOnlyList<Sheet>) Compose(PortalDb db, Truncated<ListNotices.Row> rows)
    {
        var title = Wording.T("Noticeboard.Noticeboard");
        var sheet = Sheet.Of(
            title,
            title,
            Export.Subtitles(db, rows),
            [
                new(Wording.Label("Title"), 40, r => r.Title),
                new(Wording.Label("NoticeTopicId"), 16, r => r.Topic),
                new(Wording.Label("PlaceId"), 16, r => r.Place),
                new(Wording.Label("HangsUntil"), 14, r => r.HangsUntil.InShort()),
                new(Wording.Label("State"), 12, r => Wording.T(r.State)),
            ],
            rows.Rows
        );
        return (title, [sheet]);
    }
}
