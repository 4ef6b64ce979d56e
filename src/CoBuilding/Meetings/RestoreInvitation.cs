using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Meetings.Room;
using CoBuilding.Meetings.Sending;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Meetings;

/// <summary>Invites a seat again whose invitation was taken back: it is asked anew, and told by the channels by which it was told before. Its links lead to the meeting again.</summary>
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
        if (invitation.WithdrawnAt is null) return;
        var meeting = await PortalDb.FindAsync(db.Meetings, invitation.MeetingId, ct);
        if (await db.Openings.AnyAsync(o => o.MeetingId == meeting.Id, ct)) throw MeetingsRules.HasBegun();
        invitation.Restore(meeting, db.Now);
        await Tidings.FollowUpAsync(db, meeting, MeetingTopic.Notice, ct, invitation.Id, isWithdrawn: true);
        await db.CommitAsync(ct);
    }
}
