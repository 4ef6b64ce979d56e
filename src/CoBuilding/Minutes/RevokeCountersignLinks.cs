using CoBuilding.Access;

namespace CoBuilding.Minutes;

/// <summary>
/// Revokes all countersigning links of one unit, including those of earlier rounds, for example after one was sent to the wrong chat. New
/// ones can be created.
/// </summary>
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
