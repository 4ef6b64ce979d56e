using CoBuilding.Jobs;
using CoBuilding.Meetings.Facts;

namespace CoBuilding.Meetings.Messages;

/// <summary>One invitation is withdrawn.</summary>
internal sealed class WithdrawalWriter() : MeetingMessageWriter(MeetingMessageKind.Withdrawal)
{
    protected override bool AreWithdrawn => true;
    protected override bool CarriesLink => false;

    // Whatever becomes of the meeting: people no longer invited get no other messages.
    protected override bool IsReplaced(Message message, Meeting meeting) => false;

    protected override bool IsStillTrue(MeetingHead meeting) =>
        meeting.Meeting.PostponedAt is not null || meeting.Meeting.StartsAt > meeting.AsOf;

    protected override bool IsFor(Recipient to) => to.Withdrawal is not null;

    protected override string Subject(MeetingHead meeting) => NoticeText.SubjectOfWithdrawal(meeting);

    protected override string Brief(Letter letter) => NoticeText.BriefWithdrawal(letter.Meeting);

    protected override string Text(Letter letter) => NoticeText.Withdrawal(letter.Meeting, letter.To.To, letter.To.Withdrawal!);
}
