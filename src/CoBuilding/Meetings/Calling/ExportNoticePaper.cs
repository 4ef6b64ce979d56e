using CoBuilding.Access;
using CoBuilding.Documents;
using CoBuilding.Meetings.Facts;
using CoBuilding.Texts;

namespace CoBuilding.Meetings.Calling;

/// <summary>
/// The notice to all invited as an official paper, in the words of <see cref="NoticeText"/>, with a reply slip on a page of its own.
/// It contains no link. A canceled meeting's notice says so and asks for no reply. Journaled.
/// </summary>
public sealed class ExportNoticePaper(Door door)
{
    private const int SlipRowHeight = 15;

    public async Task<ExportedPaper> AskAsync(Scope scope, Guid meetingId, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.Export, ct);
        var meeting = await SeeMeeting.ReadAsync(db, meetingId, withReasons: false, ct);
        return await db.ExportAsync(scope, "meetings", meetingId, meeting.Due.Count(), () => Compose(meeting), ct);
    }

    private static (string, Paper) Compose(SeeMeeting.Answer meeting) =>
        (
            Wording.T("Meetings.NoticeName", meeting.Meeting.Title),
            new Paper([
                .. NoticeText.Lines(meeting).Select(BlockOf),
                new Block.Signature(meeting.Hosts, NoticeText.IssuedOn(meeting).InShort()),
                .. meeting.State is MeetingState.Cancelled or MeetingState.Postponed ? [] : Slip(meeting),
            ])
        );

    /// <summary>The texts begin their paragraphs with blanks, as a chat needs it; on paper the layout does that.</summary>
    private static Block BlockOf(NoticeText.Line line)
    {
        var text = line.Text.TrimStart('\u3000', ' ');
        switch (line.Kind)
        {
            case NoticeText.LineKind.Title:
                return new Block.Title(text);
            case NoticeText.LineKind.To:
                return new Block.Addressees(text);
            case NoticeText.LineKind.Point:
                // The text up to the first colon is the heading of a point.
                var end = text.IndexOfAny(['\uFF1A', ':']) + 1;
                return new Block.Paragraph(text[end..], text[..end]);
            default:
                return new Block.Paragraph(text);
        }
    }

    private static IEnumerable<Block> Slip(MeetingHead meeting)
    {
        var it = meeting.Meeting;
        yield return new Block.Title(Wording.T("Meetings.SlipTitle"), OnNewPage: true);
        yield return new Block.Line(it.Title, LineSide.Middle);
        yield return new Block.Line(it.StartsAt.InFull(), LineSide.Middle);
        yield return Block.Table.Form(
            SlipRowHeight,
            (Wording.T("Meetings.SlipUnit"), ""),
            (Wording.T("Meetings.SlipPerson"), ""),
            (Wording.T("Meetings.SlipReply"), Wording.T("Meetings.SlipChoices")),
            (Wording.T("Meetings.SlipSubstitute"), ""),
            (Wording.T("Meetings.SlipPhone"), ""),
            (Wording.T("Meetings.SlipRemark"), "")
        );
        yield return new Block.Paragraph(Wording.T("Meetings.SlipBack", it.ReplyBy.InFull(), it.ContactName, it.ContactPhone));
    }
}
