using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Meetings.Messages;
using FluentValidation;

namespace CoBuilding.Meetings.Calling;

/// <summary>Cancels a meeting before it begins; its links say so from then on.</summary>
public sealed class CancelMeeting(Door door)
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
        meeting.Cancel(form.Reason.Trim(), db.Now);
        await MeetingMessages.AnnounceChangeAsync(db, meeting, MeetingMessageKind.Cancellation, ct);
        await db.CommitAsync(ct);
    }
}
