using CoBuilding.Access;
using CoBuilding.Contracts;
using CoBuilding.Documents;
using CoBuilding.Meetings.Facts;
using CoBuilding.Texts;

namespace CoBuilding.Meetings.Calling;

/// <summary>A meeting's agenda as a paper, with the matters of its hosts that it begins with. Journaled.</summary>
public sealed class ExportAgendaPaper(Door door, IEnumerable<IAgendaOpening> openings)
{
    public async Task<ExportedPaper> AskAsync(Scope scope, Guid meetingId, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.Export, ct);
        var meeting = await MeetingHead.ReadAsync(db, meetingId, ct);
        List<Guid> hosts = [meeting.Meeting.CommitteeId, .. meeting.CoHosting.Select(b => b.CommitteeId)];
        var open = meeting.State.WasHeld() ? [] : await OpeningMatters.OfAsync(db, openings, hosts, ct);
        return await db.ExportAsync(scope, "meetings", meetingId, meeting.Topics.Count, () => Compose(meeting, open), ct);
    }

    private static (string, Paper) Compose(MeetingHead meeting, IReadOnlyList<OpeningMatters> open)
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
                .. open.SelectMany(Table),
            ])
        );
    }

    private static IEnumerable<Block> Table(OpeningMatters open)
    {
        yield return new Block.Paragraph("", Wording.T(open.Texts.PaperHeading));
        yield return Block.Table.Of(
            Wording.T("Exports.Ordinal"),
            [
                new Column<AgendaOpeningMatter>(Wording.T(open.Texts.Matter), 36, m => m.Matter),
                new(Wording.T(open.Texts.Lead), 24, m => m.Lead),
                new(Wording.Label("Deadline"), 16, m => m.Deadline?.InShort()),
                new(Wording.Label("State"), 16, m => Wording.T(m.State)),
            ],
            open.Matters
        );
    }
}
