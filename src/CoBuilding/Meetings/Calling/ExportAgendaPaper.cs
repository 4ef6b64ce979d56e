using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Documents;
using CoBuilding.Meetings.Facts;
using CoBuilding.Resolutions;
using CoBuilding.Texts;

namespace CoBuilding.Meetings.Calling;

/// <summary>A meeting's agenda as a paper, with open resolutions of its hosts. Journaled.</summary>
public sealed class ExportAgendaPaper(Door door)
{
    public async Task<ExportedPaper> AskAsync(Scope scope, Guid meetingId, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.Export, ct);
        var meeting = await MeetingHead.ReadAsync(db, meetingId, ct);
        List<Guid> hosts = [meeting.Meeting.CommitteeId, .. meeting.CoHosting.Select(b => b.CommitteeId)];
        var open = meeting.State.WasHeld() ? [] : await UnclosedResolutions.OfAsync(db, hosts, ct);
        return await db.ExportAsync(scope, "meetings", meetingId, meeting.Topics.Count, () => Compose(meeting, open), ct);
    }

    private static (string, Paper) Compose(MeetingHead meeting, IReadOnlyList<ListResolutions.Row> open)
    {
        var it = meeting.Meeting;
        var title = Wording.T("Meetings.AgendaTitle", it.Title);
        return (
            title,
            new Paper([
                new Block.Title(title),
                new Block.Paragraph(Wording.T("Links.Until", it.StartsAt.InFull(), it.EndsAt.Clock()), Wording.T("Meetings.AgendaTime")),
                new Block.Paragraph(it.Venue, Wording.T("Meetings.AgendaVenue")),
                new Block.Paragraph(meeting.Hosts, Wording.T("Meetings.AgendaHost")),
                .. meeting.Topics.Count == 0
                    ? new Block[] { new Block.Paragraph(Wording.T("Meetings.AgendaOpen")) }
                    : [new Block.Paragraph("", Wording.T("Meetings.AgendaTopics")), new Block.Numbered(meeting.Topics)],
                .. Progress(open),
            ])
        );
    }

    /// <summary>Visible to units: without notes and without overdue marks.</summary>
    private static IEnumerable<Block> Progress(IReadOnlyList<ListResolutions.Row> open)
    {
        if (open.Count == 0)
            yield break;
        yield return new Block.Paragraph("", Wording.T("Resolutions.OnAgendaTable"));
        yield return Block.Table.Of(
            Wording.T("Exports.Ordinal"),
            [
                new Column<ListResolutions.Row>(Wording.Label("ResolutionId"), 36, r => r.Matter),
                new(Wording.T("Resolutions.Lead"), 24, r => r.Lead),
                new(Wording.Label("Deadline"), 16, r => r.Deadline?.InShort()),
                new(Wording.Label("State"), 16, r => Wording.T(r.State)),
            ],
            open
        );
    }
}
