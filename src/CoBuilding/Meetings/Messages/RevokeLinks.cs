using CoBuilding.Access;

namespace CoBuilding.Meetings.Messages;

/// <summary>
/// Revokes all links of one invitation, for example after one was sent to the wrong chat. The invitation stays; new links can be created.
/// </summary>
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
