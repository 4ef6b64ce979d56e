using CoBuilding.Texts;

namespace CoBuilding.Meetings.Facts;

/// <summary>
/// The notice and the reminder as plain text to paste into a WeChat chat, in the current language. To one addressee with the
/// link, or to a group without a link, since a link belongs to one addressee.
/// </summary>
public static class NoticeText
{
    /// <param name="To">The unit, or the person of a seat without one.</param>
    /// <param name="Link">The whole URL; null for a guest, who is asked for no answer.</param>
    public sealed record Addressed(string To, string? Link);

    /// <summary>What a line of a notice is.</summary>
    internal enum LineKind
    {
        Title,
        To,
        Paragraph,

        /// <summary>A numbered one, with what it is about before a colon.</summary>
        Point,
    }

    internal sealed record Line(LineKind Kind, string Text);

    /// <summary>The whole notice, or the notice of cancellation or postponement, to everybody invited by name.</summary>
    public static string Notice(SeeMeeting.Answer meeting) => Signed(Lines(meeting), meeting);

    /// <summary>The same to one addressee.</summary>
    /// <param name="due">Who is due; those of the addressee are named as attendees.</param>
    public static string Notice(MeetingHead meeting, IEnumerable<SeeMeeting.Row> due, Addressed addressed) =>
        Signed(Lines(meeting, due.Where(r => (r.Unit ?? r.Holder) == addressed.To), [], addressed), meeting);

    /// <summary>The same for a group's robot: the meeting's facts alone, no names and no link.</summary>
    public static string GroupNotice(MeetingHead meeting) => Signed(Lines(meeting, [], [], null), meeting);

    /// <summary>A reminder to a whole group that does not name who has not replied.</summary>
    public static string GroupReminder(MeetingHead meeting)
    {
        var it = meeting.Meeting;
        return Signed(
            [
                Wording.T("Notices.To", Wording.T("Notices.Everybody")),
                Wording.T("Notices.Reminder", meeting.Hosts, it.StartsAt.InFull(), it.Venue, it.Title),
                Wording.T("Notices.ReminderGroup", it.ReplyBy.InFull()),
                Wording.T("Notices.ReminderContact", it.ContactName, it.ContactPhone),
            ],
            meeting,
            meeting.AsOf.ChinaDate()
        );
    }

    /// <summary>Few enough characters for a text message.</summary>
    public static string Brief(MeetingHead meeting, string? link, bool isReminder)
    {
        var it = meeting.Meeting;
        return Wording.T(
            isReminder ? "Notices.BriefReminder"
                : it.NoticeRevision > 1 ? "Notices.BriefChanged"
                : "Notices.Brief",
            meeting.Hosts,
            it.StartsAt.InFull(),
            it.Venue,
            it.Title,
            it.ReplyBy.Brief(),
            link,
            it.ContactName,
            it.ContactPhone
        );
    }

    public static string BriefCancellation(MeetingHead meeting) => BriefWithoutReply("Notices.BriefCancelled", meeting);

    public static string BriefPostponement(MeetingHead meeting) => BriefWithoutReply("Notices.BriefPostponed", meeting);

    /// <summary>Of an e-mail.</summary>
    public static string SubjectOf(MeetingHead meeting) =>
        Wording.T(
            meeting.State switch
            {
                MeetingState.Cancelled => "Notices.CancelTitle",
                MeetingState.Postponed => "Notices.PostponeTitle",
                _ => "Notices.Title",
            },
            meeting.Meeting.Title
        );

    /// <summary>One unit's invitation is withdrawn, with an apology.</summary>
    /// <param name="to">The unit, or the person of a seat without one.</param>
    public static string Withdrawal(MeetingHead meeting, string to, SeeMeeting.Withdrawal withdrawal) =>
        Signed(
            [
                SubjectOfWithdrawal(meeting),
                Wording.T("Notices.To", to),
                Wording.T("Notices.Withdrawn", meeting.Meeting.StartsAt.InFull(), meeting.Meeting.Title, Clause(withdrawal.Because)),
                Wording.T("Notices.CancelContact", meeting.Meeting.ContactName, meeting.Meeting.ContactPhone),
            ],
            meeting,
            withdrawal.At.ChinaDate()
        );

    public static string SubjectOfWithdrawal(MeetingHead meeting) => Wording.T("Notices.WithdrawTitle", meeting.Meeting.Title);

    public static string BriefWithdrawal(MeetingHead meeting) => BriefWithoutReply("Notices.BriefWithdrawn", meeting);

    private static string BriefWithoutReply(string key, MeetingHead meeting)
    {
        var it = meeting.Meeting;
        return Wording.T(key, meeting.Hosts, it.StartsAt.InFull(), it.Title, it.ContactName, it.ContactPhone);
    }

    /// <summary>The date of a notice.</summary>
    internal static DateOnly IssuedOn(MeetingHead meeting) =>
        (
            meeting.State switch
            {
                MeetingState.Cancelled => meeting.Meeting.CancelledAt,
                MeetingState.Postponed => meeting.Meeting.PostponedAt,
                _ => meeting.Meeting.NotifiedAt,
            } ?? meeting.AsOf
        ).ChinaDate();

    /// <summary>
    /// The order of a notice: title, addressees, why and when, place, agenda, attendees, requests, contact, link. The issuer and the day
    /// follow.
    /// </summary>
    internal static IReadOnlyList<Line> Lines(SeeMeeting.Answer meeting) => Lines(meeting, meeting.Due, meeting.Guests, null);

    /// <param name="due">Who is named as attending and, without an addressee, as addressee; none: the notice is to everybody.</param>
    private static IReadOnlyList<Line> Lines(
        MeetingHead meeting,
        IEnumerable<SeeMeeting.Row> due,
        IReadOnlyCollection<SeeMeeting.GuestRow> guests,
        Addressed? addressed
    )
    {
        var it = meeting.Meeting;
        var to = To(due, addressed);
        if (meeting.State is MeetingState.Cancelled or MeetingState.Postponed)
            return WhyNot(meeting, to);
        List<Line> lines =
        [
            new(LineKind.Title, Wording.T("Notices.Title", it.Title)),
            new(LineKind.To, to),
            new(
                LineKind.Paragraph,
                Wording.T(it.NoticeRevision > 1 ? "Notices.ChangedOpening" : "Notices.Opening", meeting.Hosts, it.Day.InFull(), it.Title)
            ),
        ];
        var number = 0;
        Number("Time", it.StartsAt.InFull(), it.EndsAt.Clock());
        Number("Place", it.Venue);
        if (meeting.Topics.Count > 0)
        {
            Number("Agenda");
            Add(meeting.Topics.Select((topic, n) => Wording.T("Notices.Topic", n + 1, topic)));
        }
        var attendees = Attendees(due);
        if (attendees.Length > 0)
            Number("Attendees", attendees);
        if (guests.Count > 0)
            Number("Guests", string.Join(Wording.T("Notices.ToSeparator"), guests.Select(AttendanceText.Guest)));
        if (addressed is null or { Link: not null })
            Number(
                it.Substitutes == SubstitutePolicy.NotAllowed ? "RequestsOwn"
                    : it.Substitutes != SubstitutePolicy.Free || it.AsksLeave ? "RequestsAsked"
                    : "Requests",
                it.ReplyBy.InFull()
            );
        if (it.Remark is not null)
            Add(it.Remark.ReplaceLineEndings("\n").Split('\n').Select(l => Wording.T("Notices.Remark", l)));
        Number("Contact", it.ContactName, it.ContactPhone);
        if (addressed is { Link: { } link })
            Add([Wording.T("Notices.Link", link)]);
        Add([Wording.T("Notices.Thanks")]);
        return lines;

        void Number(string key, params string[] values) =>
            lines.Add(new(LineKind.Point, Wording.T("Notices." + key, [Wording.Numeral(++number), .. values])));

        void Add(IEnumerable<string> paragraphs) => lines.AddRange(paragraphs.Select(p => new Line(LineKind.Paragraph, p)));
    }

    /// <summary>
    /// A courteous reminder to all who have not replied, by name. Null when all have replied or replies are closed.
    /// </summary>
    public static string? Reminder(SeeMeeting.Answer meeting)
    {
        var waiting = meeting.Unanswered.ToList();
        return meeting.State != MeetingState.Notified || waiting.Count == 0 ? null : Reminder(meeting, waiting, null);
    }

    /// <summary>The same to one addressee who has not replied, while replies are open.</summary>
    public static string Reminder(MeetingHead meeting, Addressed addressed) => Reminder(meeting, [], addressed);

    private static string Reminder(MeetingHead meeting, IReadOnlyCollection<SeeMeeting.Row> waiting, Addressed? addressed)
    {
        var it = meeting.Meeting;
        var late = meeting.AsOf > it.ReplyBy ? "Late" : "";
        List<string> lines =
        [
            To(waiting, addressed),
            Wording.T("Notices.Reminder", meeting.Hosts, it.StartsAt.InFull(), it.Venue, it.Title),
            addressed is not null
                ? Wording.T($"Notices.Reminder{late}One", it.ReplyBy.InFull())
                : Wording.T($"Notices.Reminder{late}Many", Names(waiting), it.ReplyBy.InFull()),
        ];
        if (addressed is not null)
            lines.Add(Wording.T("Notices.Link", addressed.Link));
        lines.Add(Wording.T("Notices.ReminderContact", it.ContactName, it.ContactPhone));
        return Signed(lines, meeting, meeting.AsOf.ChinaDate());
    }

    /// <summary>It is canceled, or postponed to a time that is not known yet.</summary>
    private static IReadOnlyList<Line> WhyNot(MeetingHead meeting, string to)
    {
        var (it, cancelled) = (meeting.Meeting, meeting.State == MeetingState.Cancelled);
        return
        [
            new(LineKind.Title, Wording.T(cancelled ? "Notices.CancelTitle" : "Notices.PostponeTitle", it.Title)),
            new(LineKind.To, to),
            new(
                LineKind.Paragraph,
                Wording.T(
                    cancelled ? "Notices.Cancelled" : "Notices.Postponed",
                    it.StartsAt.InFull(),
                    it.Title,
                    Clause((it.CancelReason ?? it.PostponeReason)!)
                )
            ),
            new(LineKind.Paragraph, Wording.T("Notices.CancelContact", it.ContactName, it.ContactPhone)),
        ];
    }

    /// <summary>A reason within a sentence.</summary>
    private static string Clause(string reason) => reason.TrimEnd('.', '\u3002');

    private static string Signed(IEnumerable<Line> lines, MeetingHead meeting) =>
        Signed(lines.Select(l => l.Text), meeting, IssuedOn(meeting));

    private static string Signed(IEnumerable<string> lines, MeetingHead meeting, DateOnly issued) =>
        string.Join('\n', [.. lines, Wording.T("Notices.Issuer", meeting.Hosts), issued.InShort()]);

    /// <summary>The line that addresses one, all of these, or everybody.</summary>
    private static string To(IEnumerable<SeeMeeting.Row> rows, Addressed? addressed)
    {
        var names = addressed?.To ?? Names(rows);
        return Wording.T("Notices.To", names.Length > 0 ? names : Wording.T("Notices.Everybody"));
    }

    private static string Names(IEnumerable<SeeMeeting.Row> rows) =>
        string.Join(Wording.T("Notices.ToSeparator"), rows.Select(r => r.Unit ?? r.Holder).Distinct());

    private static string Attendees(IEnumerable<SeeMeeting.Row> rows) =>
        string.Join(Wording.T("Notices.ToSeparator"), rows.Select(r => Wording.T("Notices.Attendee", r.Unit ?? r.SeatTitle, r.Holder)));
}
