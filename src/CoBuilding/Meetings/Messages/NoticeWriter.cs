using CoBuilding.Meetings.Facts;

namespace CoBuilding.Meetings.Messages;

/// <summary>The notice.</summary>
internal class NoticeWriter : MeetingMessageWriter
{
    public NoticeWriter()
        : this(MeetingMessageKind.Notice) { }

    protected NoticeWriter(MeetingMessageKind kind)
        : base(kind) { }

    protected override bool CarriesLink => true;
    protected override bool NamesAttendees => true;

    protected override bool IsStillTrue(MeetingHead meeting) => IsAhead(meeting);

    protected override string Subject(MeetingHead meeting) => NoticeText.SubjectOf(meeting);

    protected override string Brief(Letter letter) => NoticeText.Brief(letter.Meeting, letter.Link, isReminder: false);

    protected override string Text(Letter letter) => NoticeText.Notice(letter.Meeting, letter.Attendees, letter.Addressed);
}
