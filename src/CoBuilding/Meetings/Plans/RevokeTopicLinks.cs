using CoBuilding.Access;
using CoBuilding.Data;

namespace CoBuilding.Meetings.Plans;

/// <summary>Makes every link by which one seat could propose topics lead nowhere: one went to the wrong chat. What was proposed stays; new links can be made.</summary>
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
