using CoBuilding.Access;
using CoBuilding.Documents;
using CoBuilding.Meetings.Facts;
using CoBuilding.Texts;

namespace CoBuilding.Meetings.Attendance;

/// <summary>A place card for each expected attendee, one per page, with the name twice for both sides of a stand. Journaled.</summary>
public sealed class ExportPlaceCardsPaper(Door door)
{
    public async Task<ExportedPaper> AskAsync(Scope scope, Guid meetingId, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.Export, ct);
        var meeting = await SeeMeeting.ReadAsync(db, meetingId, withReasons: false, ct);
        var seated = SeatingEntry.Of(meeting);
        return await db.ExportAsync(
            scope,
            "meetings",
            meetingId,
            seated.Count,
            () =>
                (
                    Wording.T("Attendance.CardsTitle", meeting.Meeting.Title),
                    new Paper([.. seated.Select(s => new Block.Card(s.Name, s.Unit))])
                ),
            ct
        );
    }
}
