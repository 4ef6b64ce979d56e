using CoBuilding.Meetings.Facts;

namespace CoBuilding.Meetings.Messages;

/// <summary>The meeting is canceled.</summary>
internal sealed class CancellationWriter() : MeetingMessageWriter(MeetingMessageKind.Cancellation)
{
    protected override bool CarriesLink => false;

    // A postponed meeting can be canceled after its old day as well.
    protected override bool IsStillTrue(MeetingHead meeting) =>
        meeting.State == MeetingState.Cancelled && (meeting.Meeting.PostponedAt is not null || meeting.Meeting.StartsAt > meeting.AsOf);

    protected override string Subject(MeetingHead meeting) => NoticeText.SubjectOf(meeting);

    protected override string Brief(Letter letter) => NoticeText.BriefCancellation(letter.Meeting);

    protected override string Text(Letter letter) => NoticeText.Notice(letter.Meeting, [], letter.Addressed);
}
