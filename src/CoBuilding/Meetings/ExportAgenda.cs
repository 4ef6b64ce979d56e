using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Documents;
using CoBuilding.Texts;

namespace CoBuilding.Meetings;

/// <summary>A meeting's agenda, to lie on the table. Journaled.</summary>
public sealed class ExportAgenda(Door door)
{
    public async Task<Document> AskAsync(Scope scope, Guid meetingId, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.Export, ct);
        var meeting = await SeeMeeting.ReadAsync(db, meetingId, withReasons: false, ct);
        return await db.ExportAsync(scope, "meetings", meetingId, meeting.Topics.Count, () => Compose(meeting), ct);
    }

    private static (string, Paper) Compose(SeeMeeting.Answer meeting)
    {
        var it = meeting.Meeting;
        var title = Wording.T("Meetings.AgendaTitle", it.Title);
        return (title, new Paper(
        [
            new Block.Title(title),
            new Block.Paragraph(Wording.T("Links.Until", it.StartsAt.InFull(), it.EndsAt.Clock()), Wording.T("Meetings.AgendaTime")),
            new Block.Paragraph(it.Venue, Wording.T("Meetings.AgendaVenue")),
            new Block.Paragraph(meeting.Hosts, Wording.T("Meetings.AgendaHost")),
            .. meeting.Topics.Count == 0
                ? new Block[] { new Block.Paragraph(Wording.T("Meetings.AgendaOpen")) }
                : [new Block.Paragraph("", Wording.T("Meetings.AgendaTopics")), new Block.Numbered(meeting.Topics)],
        ]));
    }
}
