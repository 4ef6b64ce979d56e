using CoBuilding.Access;

namespace CoBuilding.Meetings.Agendas;

/// <summary>
/// Revokes all topic links of one seat, for example after one was sent to the wrong chat. Proposed topics stay; new links can be created.
/// </summary>
public sealed class RevokeTopicLinks(Door door)
{
    public sealed record Form : WritingForm
    {
        public Guid CallId { get; init; }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.CallMeetings, form, ct);
        await db.RevokeLinksAsync(db.TopicCalls, form.CallId, ct);
        await db.CommitAsync(ct);
    }
}
