using CoBuilding.Meetings.Facts;

namespace CoBuilding.Meetings.Messages;

/// <summary>The reminder of those who have not replied.</summary>
internal sealed class ReminderWriter() : MeetingMessageWriter(MeetingMessageKind.Reminder)
{
    protected override bool CarriesLink => true;

    protected override bool IsStillTrue(MeetingHead meeting) => IsAhead(meeting);

    protected override bool IsFor(Recipient to) => !to.HasAnswered;

    protected override string GroupText(MeetingHead meeting) => NoticeText.GroupReminder(meeting);

    protected override string Subject(MeetingHead meeting) => NoticeText.SubjectOf(meeting);

    protected override string Brief(Letter letter) => NoticeText.Brief(letter.Meeting, letter.Link, isReminder: true);

    protected override string Text(Letter letter) => NoticeText.Reminder(letter.Meeting, letter.Addressed);
}
