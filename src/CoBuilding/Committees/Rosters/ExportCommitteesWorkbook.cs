using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Documents;
using CoBuilding.Texts;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Committees.Rosters;

/// <summary>The list of committees as filtered, as a workbook: the rows of <see cref="ListCommittees"/>, in its order. Journaled.</summary>
public sealed class ExportCommitteesWorkbook(Door door)
{
    public async Task<DocumentFile> AskAsync(Scope scope, ListCommittees.Question question, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.Export, ct);
        var rows = await ListCommittees.Rows(db, question).TruncatedAsync(ct);
        var place = await Export.PlaceAsync(db, question.PlaceId, ct);
        var kind = question.KindId is null ? null : await PortalDb.FindAsync(db.CommitteeKinds.AsNoTracking(), question.KindId.Value, ct);
        return await db.ExportAsync(scope, "committees", null, rows.Rows.Count, () => Compose(db, rows, question, place, kind?.Said), ct);
    }

    private static (string, IReadOnlyList<Sheet>) Compose(
        PortalDb db,
        Truncated<ListCommittees.Row> rows,
        ListCommittees.Question question,
        string? place,
        string? kind
    )
    {
        var title = Wording.T("Exports.CommitteesTitle");
        var filter = Export.Subtitles(
            db,
            rows,
            place,
            kind,
            question.State is { } state ? Wording.T(state) : null,
            question.OnlyWithVacancies ? Wording.T("Exports.OnlyWithVacancies") : null,
            question.OnlyOutsideQuota ? Wording.T("Exports.OnlyOutsideQuota") : null,
            question.Needle()
        );
        var sheet = Sheet.Of(
            title,
            title,
            filter,
            [
                new(Wording.T("Exports.Street"), 16, r => r.Street ?? r.Place),
                new(Wording.T("Exports.Community"), 16, r => r.Street is null ? null : r.Place),
                new(Wording.T("Exports.Committee"), 34, r => r.Name),
                new(Wording.T("Exports.Kind"), 18, r => r.KindText),
                new(Wording.T("Exports.CommitteeState"), 12, r => Wording.T(r.State)),
                new(Wording.T("Exports.EstablishedOn"), 16, r => r.EstablishedOn?.InShort()),
                new(Wording.T("Exports.TermEndsOn"), 16, r => r.TermEndsOn?.InShort()),
                new(Wording.T("Exports.Seats"), 8, r => r.Seats),
                new(Wording.T("Exports.Vacancies"), 8, r => r.Vacancies),
                new(Wording.T("Exports.PartTimeMembers"), 10, r => r.Members),
                new(Wording.T("Exports.Quota"), 10, r => r.Min is null || r.Max is null ? null : $"{r.Min}–{r.Max}"),
                new(Wording.T("Exports.QuotaState"), 10, r => r.HasSeats ? Wording.T(r.Quota.State) : null),
                Export.Key<ListCommittees.Row>(r => r.Id),
            ],
            rows.Rows
        );
        return (title, [sheet]);
    }
}
