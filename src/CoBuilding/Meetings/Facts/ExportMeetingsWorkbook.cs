using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Data;
using CoBuilding.Documents;
using CoBuilding.Texts;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Meetings.Facts;

/// <summary>The list of meetings as filtered, as a workbook: the rows of <see cref="ListMeetings"/>, in its order. Journaled.</summary>
public sealed class ExportMeetingsWorkbook(Door door)
{
    public async Task<DocumentFile> AskAsync(Scope scope, ListMeetings.Question question, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.Export, ct);
        var rows = await ListMeetings.Rows(db, question).TruncatedAsync(ct);
        var place = await Export.PlaceAsync(db, question.PlaceId, ct);
        var body = question.CommitteeId is { } id
            ? await db.Committees.Where(c => c.Id == id).Select(c => c.Name).SingleOrDefaultAsync(ct)
            : null;
        return await db.ExportAsync(scope, "meetings", null, rows.Rows.Count, () => Compose(db, rows, question, place, body), ct);
    }

    private static (string, IReadOnlyList<Sheet>) Compose(
        PortalDb db,
        Truncated<ListMeetings.Row> rows,
        ListMeetings.Question question,
        string? place,
        string? body
    )
    {
        var title = Wording.T("Exports.MeetingsTitle");
        var filter = Export.Subtitles(
            db,
            rows,
            place,
            body,
            question.KindId is not null && rows.Rows.Count > 0 ? rows.Rows[0].Kind : null,
            question.State is { } state ? Wording.T(state) : null,
            question.From is null && question.Until is null
                ? null
                : Wording.T("Exports.Days", question.From?.InShort(), question.Until?.InShort()),
            question.Needle()
        );
        var sheet = Sheet.Of(
            title,
            title,
            filter,
            [
                new(Wording.T("Exports.StartsAt"), 24, r => r.StartsAt.InFull()),
                new(Wording.T("Exports.Meeting"), 32, r => r.Title),
                new(Wording.T("Exports.Kind"), 10, r => r.Kind),
                new(Wording.T("Exports.Host"), 26, r => r.Host),
                new(Wording.T("Exports.Place"), 14, r => r.Place),
                new(Wording.T("Exports.Venue"), 20, r => r.Venue),
                new(Wording.T("Exports.State"), 10, r => Wording.T(r.State)),
                new(Wording.T("Exports.Due"), 8, r => r.Invited),
                new(Wording.T("Exports.Attending"), 8, r => r.Attending),
                new(Wording.T("Exports.Substitutes"), 8, r => r.Substitutes),
                new(Wording.T("Exports.Leave"), 8, r => r.Leave),
                new(Wording.T("Exports.Unanswered"), 8, r => r.Unanswered),
                new(Wording.T("Exports.Present"), 8, r => r.Present),
                Export.Key<ListMeetings.Row>(r => r.Id),
            ],
            rows.Rows
        );
        return (title, [sheet]);
    }
}
