using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Documents;
using CoBuilding.Meetings.Facts;
using CoBuilding.Texts;

namespace CoBuilding.Meetings.Attendance;

/// <summary>The seating list: expected attendees, substitutes by their own names, observers last. Journaled.</summary>
public sealed class ExportSeatingPaper(Door door)
{
    public async Task<ExportedPaper> AskAsync(Scope scope, Guid meetingId, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.Export, ct);
        var meeting = await SeeMeeting.ReadAsync(db, meetingId, withReasons: false, ct);
        var seated = SeatingEntry.Of(meeting);
        return await db.ExportAsync(scope, "meetings", meetingId, seated.Count, () => Compose(db, meeting, seated), ct);
    }

    private static (string, Paper) Compose(PortalDb db, SeeMeeting.Answer meeting, IReadOnlyList<SeatingEntry> seated)
    {
        var title = Wording.T("Attendance.SeatingTitle", meeting.Meeting.Title);
        return (
            title,
            new Paper(
                new Block.Title(title),
                new Block.Line(Wording.T("Print.TimeLine", meeting.Meeting.StartsAt.InFull())),
                new Block.Line(Wording.T("Print.PlaceLine", meeting.Meeting.Venue)),
                Block.Table.Of(
                    Wording.T("Print.Number"),
                    [
                        new Column<SeatingEntry>(Wording.T("Print.Name"), 12, s => s.Name),
                        new(Wording.T("Print.Unit"), 26, s => s.Unit),
                        new(Wording.T("Print.Post"), 16, s => s.Post),
                        new(
                            Wording.T("Exports.Remark"),
                            14,
                            s =>
                                s.IsGuest ? Wording.T("Attendance.Guests")
                                : s.For is null ? null
                                : Wording.T("Attendance.SomebodyInPlaceOf", s.For)
                        ),
                    ],
                    seated
                ),
                new Block.Line(Export.Mark(db))
            )
        );
    }
}
