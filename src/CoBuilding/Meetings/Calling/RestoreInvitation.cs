using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Meetings.Messages;

namespace CoBuilding.Meetings.Calling;

/// <summary>
/// Invites a seat again whose invitation was withdrawn: it is asked again and notified by the same channels as before. Its links show the
/// meeting again.
/// </summary>
public sealed class RestoreInvitation(Door door)
{
    public sealed record Form : WritingForm
    {
        public Guid InvitationId { get; init; }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.CallMeetings, form, ct);
        var invitation = await PortalDb.FindAsync(db.Invitations, form.InvitationId, ct);
        if (invitation.WithdrawnAt is null)
            return;
        var meeting = await PortalDb.FindAsync(db.Meetings, invitation.MeetingId, ct);
        await Invitations.CheckNotOpenedAsync(db, meeting, ct);
        invitation.Restore(meeting, db.Now);
        await MeetingMessages.AnnounceChangeAsync(db, meeting, MeetingMessageKind.Notice, ct, invitation.Id, isWithdrawn: true);
        await db.CommitAsync(ct);
    }
}
