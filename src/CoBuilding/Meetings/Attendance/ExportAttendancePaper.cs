using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Documents;
using CoBuilding.Meetings.Facts;
using CoBuilding.Texts;

namespace CoBuilding.Meetings.Attendance;

/// <summary>
/// The replies or, after the start, the attendance: the totals of <see cref="SeeMeeting"/> and its rows. It may be passed on,
/// so it contains no reasons for leave. Journaled.
/// </summary>
public sealed class ExportAttendancePaper(Door door)
{
    public async Task<ExportedPaper> AskAsync(Scope scope, Guid meetingId, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.Export, ct);
        var board = await SeeMeeting.ReadAsync(db, meetingId, withReasons: false, ct);
        return await db.ExportAsync(scope, "meetings", meetingId, board.Rows.Count, () => Compose(db, board), ct);
    }

    private static (string, Paper) Compose(PortalDb db, SeeMeeting.Answer board)
    {
        var title = Wording.T("Meetings.AttendanceTitle", board.Meeting.Title);
        var sums = board.Sums;
        List<Block> blocks =
        [
            new Block.Title(title),
            new Block.Line(
                Wording.T(
                    "Exports.RepliesOf",
                    board.Hosts,
                    board.Meeting.StartsAt.InFull(),
                    board.Meeting.Venue,
                    Wording.T(board.State),
                    board.AsOf.InFull()
                )
            ),
            new Block.Paragraph(Wording.T("Exports.RepliesSums", sums.Due, sums.Attending, sums.Substitutes, sums.Leave, sums.Unanswered)),
        ];
        if (board.State.WasHeld())
            blocks.Add(
                new Block.Paragraph(
                    Wording.T("Meetings.AttendanceSums", sums.Due, sums.Present, sums.CameInPlace, sums.OnLeave, sums.Absent, sums.Unmarked)
                )
            );
        if (board.Session is { } session)
            blocks.Add(new Block.Paragraph(AttendanceText.Opening(session.Figures)));
        if (board.Guests.Count > 0)
            blocks.Add(new Block.Paragraph(AttendanceText.Guests(board)));
        blocks.Add(Block.Table.Of(Wording.T("Exports.Ordinal"), Columns(board), board.Rows));
        blocks.AddRange(
            board.Withdrawn.Select(w => new Block.Paragraph(
                Wording.T("Meetings.WithdrawnOne", w.Unit ?? w.SeatTitle, AttendanceText.Withdrawn(w))
            ))
        );
        blocks.Add(new Block.Line(Export.Mark(db)));
        return (title, new Paper([.. blocks]));
    }

    private static List<Column<SeeMeeting.Row>> Columns(SeeMeeting.Answer board)
    {
        List<Column<SeeMeeting.Row>> columns =
        [
            new(Wording.T("Exports.Unit"), 24, r => r.Unit ?? r.SeatTitle),
            new(Wording.T("Exports.Holder"), 16, r => AttendanceText.Who(r) ?? Wording.T("Exports.Vacant")),
            new(Wording.T("Exports.UnitTitle"), 15, r => r.InPlace is null ? r.HolderPost : r.InPlacePost),
            new(Wording.T("Exports.Reply"), 11, r => r.Holder is null ? null : AttendanceText.Answer(r) ?? Wording.T("Exports.NotYet")),
        ];
        if (!board.State.WasHeld())
            return columns;
        columns.Add(new(Wording.T("Exports.Outcome"), 8, r => r.Holder is null ? null : Wording.T(r.Outcome)));
        columns.Add(new(Wording.T("Exports.Remark"), 14, AttendanceText.Remark));
        return columns;
    }
}
