using CoBuilding.Meetings.Facts;

namespace CoBuilding.Meetings.Messages;

/// <summary>The meeting is postponed to a time that is not known yet.</summary>
internal sealed class PostponementWriter() : MeetingMessageWriter(MeetingMessageKind.Postponement)
{
    protected override bool CarriesLink => false;

    protected override bool IsStillTrue(MeetingHead meeting) => meeting.State == MeetingState.Postponed;

    protected override string Subject(MeetingHead meeting) => NoticeText.SubjectOf(meeting);

    protected override string Brief(Letter letter) => NoticeText.BriefPostponement(letter.Meeting);

    protected override string Text(Letter letter) => NoticeText.Notice(letter.Meeting, [], letter.Addressed);
}
