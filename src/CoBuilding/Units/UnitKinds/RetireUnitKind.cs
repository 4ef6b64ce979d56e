using CoBuilding.Access;
using CoBuilding.Data;

namespace CoBuilding.Units.UnitKinds;

/// <summary>A kind of unit is offered no longer; the units that are of it stay so.</summary>
public sealed class RetireUnitKind(Door door)
{
    public sealed record Form : WritingForm
    {
        public Guid KindId { get; init; }
        public long Seen { get; init; }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.KeepSettings, form, ct);
        var kind = await PortalDb.FindAsync(db.UnitKinds, form.KindId, ct);
        await db.ExpectAsync(kind, form.Seen, ct);
        kind.Retire(db.Today);
        await db.CommitAsync(ct);
    }
}
