using CoBuilding.Access;
using CoBuilding.Documents;
using CoBuilding.Meetings.Facts;
using CoBuilding.Texts;

namespace CoBuilding.Meetings.Replies;

/// <summary>
/// A meeting's reply board as a workbook: the rows of <see cref="SeeMeeting"/> and its sums. Reasons for leave are shown only to the host's
/// staff. Journaled.
/// </summary>
public sealed class ExportRepliesWorkbook(Door door)
{
    public async Task<DocumentFile> AskAsync(Scope scope, Guid meetingId, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.Export, ct);
        var withReasons = await Invitations.KeepsRepliesAsync(db, meetingId, ct);
        var board = await SeeMeeting.ReadAsync(db, meetingId, withReasons, ct);
        return await db.ExportAsync(scope, "meetings", meetingId, board.Rows.Count, () => Compose(board, withReasons), ct);
    }

    private static (string, IReadOnlyList<Sheet>) Compose(SeeMeeting.Answer board, bool withReasons)
    {
        var title = Wording.T("Exports.RepliesTitle", board.Meeting.Title);
        List<Column<SeeMeeting.Row>> columns =
        [
            new(Wording.T("Exports.Unit"), 30, r => r.Unit),
            new(Wording.T("Exports.SeatTitle"), 12, r => r.SeatTitle),
            new(Wording.T("Exports.Holder"), 12, r => r.Holder ?? Wording.T("Exports.Vacant")),
            new(Wording.T("Exports.UnitTitle"), 18, r => r.HolderPost),
            new(Wording.T("Exports.LiaisonOfficer"), 12, r => r.LiaisonOfficer),
            new(Wording.T("Exports.Reply"), 10, r => r.Holder is null ? null : AttendanceText.Answer(r) ?? Wording.T("Exports.NotYet")),
            new(
                Wording.T("Exports.Substitute"),
                20,
                r => r.SubstituteName is null ? null : $"{r.SubstituteName} {r.SubstitutePost}".TrimEnd()
            ),
            new(Wording.T("Exports.RepliedAt"), 16, r => r.RepliedAt?.Brief()),
            new(Wording.T("Exports.ReplySource"), 22, Who),
            new(Wording.T("Exports.ToldBy"), 12, r => r.ToldBy),
            new(Wording.T("Exports.Remark"), 10, r => r.IsLate ? Wording.T("Exports.Late") : null),
            new(Wording.T("Exports.Decision"), 22, r => r.Decided is { } d ? Wording.T("Attendance.DecidedBy", d.At.Brief(), d.By) : null),
            new(Wording.T("Exports.Outcome"), 10, r => !board.State.WasHeld() || r.Holder is null ? null : Wording.T(r.Outcome)),
            new(Wording.T("Exports.Came"), 18, r => !board.State.WasHeld() ? null : AttendanceText.Who(r)),
            new(Wording.T("Exports.OutcomeRemark"), 24, AttendanceText.Remark),
            new(Wording.T("Exports.MarkedFrom"), 18, AttendanceText.Source),
        ];
        if (withReasons)
            columns.Insert(7, new(Wording.T("Exports.LeaveReason"), 24, r => r.LeaveReason));
        columns.Add(Export.Key<SeeMeeting.Row>(r => r.InvitationId));
        var head = Wording.T(
            "Exports.RepliesOf",
            board.Hosts,
            board.Meeting.StartsAt.InFull(),
            board.Meeting.Venue,
            Wording.T(board.State),
            board.AsOf.InFull()
        );
        var sums = board.Sums;
        return (
            title,
            [
                Sheet.Of(
                    Wording.T("Exports.RepliesSheet"),
                    title,
                    [head, Wording.T("Exports.RepliesSums", sums.Due, sums.Attending, sums.Substitutes, sums.Leave, sums.Unanswered)],
                    columns,
                    board.Rows
                ),
                Sheet.Of(
                    Wording.T("Exports.SumsSheet"),
                    title,
                    [head],
                    [new(Wording.T("Exports.Item"), 40, s => s.Name), new(Wording.T("Exports.Count"), 12, s => s.Count)],
                    Lines(board)
                ),
                .. board.Guests.Count == 0
                    ? Array.Empty<Sheet>()
                    :
                    [
                        Sheet.Of(
                            Wording.T("Attendance.Guests"),
                            title,
                            [head],
                            [
                                new Column<SeeMeeting.GuestRow>(Wording.T("Exports.Holder"), 12, g => g.Name),
                                new(Wording.T("Exports.Unit"), 30, g => g.UnitName),
                                new(Wording.T("Exports.UnitTitle"), 18, g => g.Post),
                                new(Wording.T("Exports.Outcome"), 10, g => g.Presence is { } presence ? Wording.T(presence) : null),
                                Export.Key<SeeMeeting.GuestRow>(g => g.GuestId),
                            ],
                            board.Guests
                        ),
                    ],
                .. board.Withdrawn.Count == 0
                    ? Array.Empty<Sheet>()
                    :
                    [
                        Sheet.Of(
                            Wording.T("Meetings.WithdrawnInvitations"),
                            title,
                            [head],
                            [
                                new Column<SeeMeeting.Row>(Wording.T("Exports.Unit"), 30, w => w.Unit),
                                new(Wording.T("Exports.SeatTitle"), 12, w => w.SeatTitle),
                                new(Wording.T("Exports.Holder"), 12, w => w.Holder),
                                new(Wording.T("Exports.Remark"), 50, AttendanceText.Withdrawn),
                                Export.Key<SeeMeeting.Row>(w => w.InvitationId),
                            ],
                            board.Withdrawn
                        ),
                    ],
            ]
        );
    }

    /// <summary>The member, or the person who replied and for whom.</summary>
    private static string? Who(SeeMeeting.Row row) =>
        row.Answered is not { } answered ? null
        : answered.IsForAnother ? Wording.T("Exports.AnsweredFor", Wording.T(answered.Source), answered.Actor, answered.Principal)
        : Wording.T(answered.Source);

    /// <summary>Before the meeting the replies add up to those due; from its start on the attendance does as well.</summary>
    private static IEnumerable<(string Name, int Count)> Lines(SeeMeeting.Answer board)
    {
        var sums = board.Sums;
        yield return (Wording.T("Exports.Due"), sums.Due);
        yield return (Wording.T("Exports.Attending"), sums.Attending);
        yield return (Wording.T("Exports.Substitutes"), sums.Substitutes);
        yield return (Wording.T("Exports.Leave"), sums.Leave);
        yield return (Wording.T("Exports.Unanswered"), sums.Unanswered);
        if (!board.State.WasHeld())
            yield break;
        yield return (Wording.T("Exports.Present"), sums.Present);
        yield return (Wording.T("Exports.CameInPlace"), sums.CameInPlace);
        yield return (Wording.T("Exports.OnLeave"), sums.OnLeave);
        yield return (Wording.T("Exports.Absent"), sums.Absent);
        yield return (Wording.T("Exports.Unmarked"), sums.Unmarked);
        yield return (Wording.T("Exports.Guests"), board.GuestsPresent);
    }
}
