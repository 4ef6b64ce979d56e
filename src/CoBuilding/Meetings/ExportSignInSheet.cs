using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Documents;
using CoBuilding.Texts;

namespace CoBuilding.Meetings;

/// <summary>The sign-in sheet as the printed one, to be changed before it is printed. It holds no link. Journaled.</summary>
public sealed class ExportSignInSheet(Door door)
{
    private const int BlankRows = 3;
    private const int RowHeight = 11;

    public async Task<Document> AskAsync(Scope scope, Guid meetingId, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.Export, ct);
        var meeting = await SeeMeeting.ReadAsync(db, meetingId, withReasons: false, ct);
        return await db.ExportAsync(scope, "meetings", meetingId, meeting.Due.Count(), () => Compose(meeting), ct);
    }

    private static (string, Paper) Compose(SeeMeeting.Answer meeting)
    {
        var title = Wording.T("Print.SheetTitle", meeting.Meeting.Title);
        IReadOnlyList<SeeMeeting.Row?> rows = [.. meeting.Due, .. Enumerable.Repeat<SeeMeeting.Row?>(null, BlankRows)];
        return (title, new Paper(
            new Block.Title(title),
            new Block.Line(Wording.T("Print.TimeLine", meeting.Meeting.StartsAt.InFull())),
            new Block.Line(Wording.T("Print.PlaceLine", meeting.Meeting.Venue)),
            Block.Table.Of(Wording.T("Print.Number"),
            [
                new Column<SeeMeeting.Row?>(Wording.T("Print.Unit"), 22, r => r?.Unit ?? r?.SeatTitle),
                new(Wording.T("Print.Name"), 11, r => r?.Holder),
                new(Wording.T("Print.Post"), 16, r => r?.HolderPost ?? r?.SeatTitle),
                new(Wording.T("Print.InPlace"), 11, r => r?.SubstituteName),
                new(Wording.T("Print.Signature"), 14, _ => null),
            ], rows, RowHeight),
            new Block.Line(Wording.T("Print.SheetFoot", meeting.Due.Count()), LineSide.Right)));
    }
}
