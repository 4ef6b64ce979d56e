using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Documents;
using CoBuilding.Meetings.Facts;
using CoBuilding.Texts;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Minutes;

/// <summary>
/// A meeting's minutes in the minutes form of GB/T 9704-2012 (10.3): a red mark, no seal, and below the text who was there, who was excused
/// and who sat in. What
/// is not issued bears a watermark that says so. Journaled.
/// </summary>
public sealed class ExportMinutesPaper(Door door)
{
    /// <param name="stepId">As sent or issued then; null: as it stands.</param>
    public async Task<ExportedPaper> AskAsync(Scope scope, Guid meetingId, Guid? stepId, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.Export, ct);
        var minutes = await db.Minutes.AsNoTracking().SingleOrDefaultAsync(m => m.MeetingId == meetingId, ct) ?? throw new NotFound();
        var text =
            stepId is null && minutes.State == MinutesState.Drafting
                ? await MinutesText.ReadAsync(db, minutes, ct)
                : await SeeMinutes.ContentAsync(db, minutes.Id, stepId, ct);
        return await db.ExportAsync(scope, "minutes", minutes.Id, text.Present.Count + text.OnLeave.Count, () => Compose(text), ct);
    }

    private static (string, Paper) Compose(MinutesText text) =>
        (
            Wording.T("Minutes.PaperName", text.Title),
            new Paper([
                new Block.RedMark(Wording.T("Minutes.PaperMark", text.Hosts)),
                .. text.DocumentNumber is { } number ? new Block[] { new Block.Line(number, LineSide.Middle) } : [],
                new Block.RedLine(text.Hosts, (text.IssuedOn ?? text.StartsAt.ChinaDate()).InShort()),
                new Block.Title(Wording.T("Minutes.PaperName", text.Title)),
                new Block.Paragraph(Opening(text)),
                .. text.Opened is { } opened
                    ? new Block[] { new Block.Paragraph(AttendanceText.Opening(opened) + Wording.T("Attendance.FullStop")) }
                    : [],
                .. text.Written.SelectMany(Of),
                new Block.Paragraph(""),
                .. People("Minutes.PaperPresent", text.Present.Select(p => p.Said)),
                .. People("Minutes.PaperOnLeave", text.OnLeave.Select(p => p.Said)),
                .. People("Minutes.PaperObservers", text.SatIn is { } satIn ? [satIn] : []),
            ])
            {
                Watermark = text.IssuedOn is null ? Wording.T("Minutes.PaperDraft") : null,
            }
        );

    private static string Opening(MinutesText text) =>
        Wording.T("Minutes.PaperOpening", text.StartsAt.InFull(), text.Hosts, text.Venue, text.Title)
        + (text.Chair is { } chair ? Wording.T("Minutes.PaperChair", chair) : "")
        + (text.Recorder is { } recorder ? Wording.T("Minutes.PaperRecorder", recorder) : "")
        + Wording.T("Minutes.PaperFollows");

    private static IEnumerable<Block> Of(MinutesText.Item item)
    {
        yield return new Block.Heading(item.Topic ?? Wording.T("Minutes.OtherMatters"));
        foreach (
            var paragraph in item
                .Said.ReplaceLineEndings("\n")
                .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        )
            yield return new Block.Paragraph(paragraph);
        if (item.Consensus is { } result)
            yield return new Block.Paragraph(
                Wording.T("Minutes.PaperResult", Wording.T(result)) + Votes(item),
                Wording.T("Minutes.PaperResultLead")
            );
        if (item.Reservations is { } reservations)
            yield return new Block.Paragraph(reservations, Wording.T("Minutes.PaperReservationsLead"));
    }

    private static string Votes(MinutesText.Item item) =>
        item.HasVotes ? Wording.T("Minutes.PaperVotes", item.VotesFor ?? 0, item.VotesAgainst ?? 0, item.VotesAbstained ?? 0) : "";

    private static IEnumerable<Block> People(string label, IEnumerable<string> names)
    {
        var joined = string.Join(Wording.T("Minutes.PaperNames"), names);
        if (joined.Length > 0)
            yield return new Block.People(Wording.T(label), joined);
    }
}
