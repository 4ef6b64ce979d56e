using CoBuilding.Access;
using CoBuilding.Documents;
using CoBuilding.Meetings.Facts;
using CoBuilding.Texts;

namespace CoBuilding.Meetings.Attendance;

/// <summary>The sign-in sheet as the printed one, to be changed before it is printed. It contains no link. Journaled.</summary>
public sealed class ExportSignInSheetPaper(Door door)
{
    private const int BlankRows = 3;
    private const int RowHeight = 11;

    public async Task<ExportedPaper> AskAsync(Scope scope, Guid meetingId, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.Export, ct);
        var meeting = await SeeMeeting.ReadAsync(db, meetingId, withReasons: false, ct);
        return await db.ExportAsync(scope, "meetings", meetingId, meeting.Due.Count(), () => Compose(meeting), ct);
    }

    private static (string, Paper) Compose(SeeMeeting.Answer meeting)
    {
        var title = Wording.T("Print.SheetTitle", meeting.Meeting.Title);
        List<Line> rows = [.. meeting.Due.Select(r => new Line(r.Unit ?? r.SeatTitle, r.Holder, r.HolderPost ?? r.SeatTitle, r.InPlace))];
        if (meeting.Guests.Count == 0)
            rows.AddRange(Enumerable.Repeat(Line.Blank, BlankRows));
        var paper = new List<Block>
        {
            new Block.Title(title),
            new Block.Line(Wording.T("Print.TimeLine", meeting.Meeting.StartsAt.InFull())),
            new Block.Line(Wording.T("Print.PlaceLine", meeting.Meeting.Venue)),
            Table(rows),
            new Block.Line(Wording.T("Print.SheetFoot", meeting.Due.Count()), LineSide.Right),
        };
        if (meeting.Guests.Count == 0)
            return (title, new Paper([.. paper]));
        paper.Add(new Block.Line(Wording.T("Attendance.GuestsOnSheet", meeting.Guests.Count)));
        paper.Add(
            Table([.. meeting.Guests.Select(g => new Line(g.UnitName, g.Name, g.Post, null)), .. Enumerable.Repeat(Line.Blank, BlankRows)])
        );
        return (title, new Paper([.. paper]));
    }

    private sealed record Line(string? Unit, string? Name, string? Post, string? InPlace)
    {
        public static readonly Line Blank = new(null, null, null, null);
    }

    private static Block.Table Table(IReadOnlyList<Line> rows) =>
        Block.Table.Of(
            Wording.T("Print.Number"),
            [
                new Column<Line>(Wording.T("Print.Unit"), 22, r => r.Unit),
                new(Wording.T("Print.Name"), 11, r => r.Name),
                new(Wording.T("Print.Post"), 16, r => r.Post),
                new(Wording.T("Print.InPlace"), 11, r => r.InPlace),
                new(Wording.T("Print.Signature"), 14, _ => null),
            ],
            rows,
            RowHeight
        );
}
