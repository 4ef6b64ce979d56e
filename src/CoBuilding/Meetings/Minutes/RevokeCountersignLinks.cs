using CoBuilding.Access;
using CoBuilding.Data;

namespace CoBuilding.Meetings.Minutes;

/// <summary>Makes every link by which one unit could countersign lead nowhere, those of earlier rounds that lead on to this one among them: one went to the wrong chat. New ones can be made.</summary>
public sealed class RevokeCountersignLinks(Door door)
{
    public sealed record Form : WritingForm
    {
        public Guid CountersignId { get; init; }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.ManageMinutes, form, ct);
        await db.RevokeLinksAsync(db.Countersigns, form.CountersignId, ct);
        await db.CommitAsync(ct);
    }
}
