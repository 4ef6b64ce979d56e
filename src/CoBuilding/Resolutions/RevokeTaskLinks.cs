using CoBuilding.Access;

namespace CoBuilding.Resolutions;

/// <summary>Revokes all links of one resolution, for example after one was sent to the wrong chat. New ones can be created.</summary>
public sealed class RevokeTaskLinks(Door door)
{
    public sealed record Form : WritingForm
    {
        public Guid ResolutionId { get; init; }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.ManageResolutions, form, ct);
        await db.RevokeLinksAsync(db.Resolutions, form.ResolutionId, ct);
        await db.CommitAsync(ct);
    }
}
