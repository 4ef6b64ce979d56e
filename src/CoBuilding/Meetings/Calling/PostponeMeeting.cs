using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Meetings.Messages;
using FluentValidation;

namespace CoBuilding.Meetings.Calling;

/// <summary>
/// Postpones a meeting to a time that is not known yet: its links say so and accept no replies. <see cref="ChangeMeeting"/> sets the new
/// time and asks again.
/// </summary>
public sealed class PostponeMeeting(Door door)
{
    public sealed record Form : WritingForm
    {
        public Guid MeetingId { get; init; }
        public long ExpectedVersion { get; init; }
        public string Reason { get; set; } = "";

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape() => RuleFor(f => f.Reason).NotEmpty().MaximumLength(200);
        }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.CallMeetings, form, ct);
        var meeting = await PortalDb.FindAsync(db.Meetings, form.MeetingId, ct);
        await db.ExpectAsync(meeting, form.ExpectedVersion, ct);
        meeting.Postpone(form.Reason.Trim(), db.Now);
        await Invitations.AskAgainAsync(db, meeting, ct);
        await MeetingMessages.AnnounceChangeAsync(db, meeting, MeetingMessageKind.Postponement, ct);
        await db.CommitAsync(ct);
    }
}
