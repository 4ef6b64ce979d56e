using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Meetings.Messages;
using FluentValidation;

namespace CoBuilding.Meetings.Calling;

/// <summary>
/// Withdraws one invitation after the notice: the seat is no longer due, and the unit is notified by the same channels. Its links only show
/// that it was withdrawn.
/// </summary>
public sealed class WithdrawInvitation(Door door)
{
    public sealed record Form : WritingForm
    {
        public Guid InvitationId { get; init; }
        public string Reason { get; set; } = "";

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape() => RuleFor(f => f.Reason).NotEmpty().MaximumLength(200);
        }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.CallMeetings, form, ct);
        var invitation = await PortalDb.FindAsync(db.Invitations, form.InvitationId, ct);
        if (invitation.WithdrawnAt is not null)
            return;
        var meeting = await PortalDb.FindAsync(db.Meetings, invitation.MeetingId, ct);
        await Invitations.CheckNotOpenedAsync(db, meeting, ct);
        invitation.Withdraw(form.Reason.Trim(), await db.ActorNameAsync(ct), meeting, db.Now);
        await MeetingMessages.AnnounceChangeAsync(db, meeting, MeetingMessageKind.Withdrawal, ct, invitation.Id);
        await db.CommitAsync(ct);
    }
}
