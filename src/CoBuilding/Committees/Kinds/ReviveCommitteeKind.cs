using CoBuilding.Access;
using CoBuilding.Data;

namespace CoBuilding.Committees.Kinds;

/// <summary>Revives a retired kind of committee.</summary>
public sealed class ReviveCommitteeKind(Door door)
{
    public sealed record Form : WritingForm
    {
        public Guid KindId { get; init; }
        public long ExpectedVersion { get; init; }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.ManageSettings, form, ct);
        var kind = await PortalDb.FindAsync(db.CommitteeKinds, form.KindId, ct);
        await db.ExpectAsync(kind, form.ExpectedVersion, ct);
        kind.Revive();
        await db.CommitAsync(ct);
    }
}
