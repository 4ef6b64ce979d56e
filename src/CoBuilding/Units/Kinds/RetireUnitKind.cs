using CoBuilding.Access;
using CoBuilding.Data;

namespace CoBuilding.Units.Kinds;

/// <summary>Retires a kind of unit: it is no longer offered; existing units keep it.</summary>
public sealed class RetireUnitKind(Door door)
{
    public sealed record Form : WritingForm
    {
        public Guid KindId { get; init; }
        public long ExpectedVersion { get; init; }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.ManageSettings, form, ct);
        var kind = await PortalDb.FindAsync(db.UnitKinds, form.KindId, ct);
        await db.ExpectAsync(kind, form.ExpectedVersion, ct);
        kind.Retire(db.Today);
        await db.CommitAsync(ct);
    }
}
