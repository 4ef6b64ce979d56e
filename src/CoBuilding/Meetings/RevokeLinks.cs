using CoBuilding.Access;
using CoBuilding.Data;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Meetings;

/// <summary>Makes every link of one invitation lead nowhere: it went to the wrong chat. The invitation stays; new links can be made.</summary>
public sealed class RevokeLinks(Door door)
{
    public sealed record Form : WritingForm
    {
        public Guid InvitationId { get; init; }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.CallMeetings, form, ct);
        var invitation = await PortalDb.FindAsync(db.Invitations, form.InvitationId, ct);
        var links = await db.Links.Where(l => l.SubjectId == invitation.Id && l.RevokedAt == null).ToListAsync(ct);
        foreach (var link in links) link.RevokedAt = db.Now;
        await db.CommitAsync(ct);
    }
}
