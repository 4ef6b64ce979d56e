using CoBuilding.Access;
using CoBuilding.Data;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Meetings;

/// <summary>Gives notice of a drafted meeting: from now on it can be answered. The links are made when they are copied or printed (<see cref="MakeLinks"/>).</summary>
public sealed class SendNotice(Door door)
{
    public sealed record Form : WritingForm
    {
        public Guid MeetingId { get; init; }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.CallMeetings, form, ct);
        var meeting = await PortalDb.FindAsync(db.Meetings, form.MeetingId, ct);
        var invited = await db.Invitations.CountAsync(i => i.MeetingId == meeting.Id && i.WithdrawnAt == null, ct);
        meeting.Notify(invited, db.Now);
        await db.CommitAsync(ct);
    }
}
