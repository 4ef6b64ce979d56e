using CoBuilding.Access;
using CoBuilding.Data;

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
        await db.RevokeLinksAsync(db.Invitations, form.InvitationId, ct);
        await db.CommitAsync(ct);
    }
}
