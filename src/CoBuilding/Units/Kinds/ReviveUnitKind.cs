using CoBuilding.Access;
using CoBuilding.Data;

namespace CoBuilding.Units.Kinds;

/// <summary>Revives a retired kind of unit, unless its words are now used by another kind.</summary>
public sealed class ReviveUnitKind(Door door)
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
        kind.Revive();
        AddUnitKind.CheckWords(await UnitKindList.ReadAsync(db, ct), kind);
        await db.CommitAsync(ct);
    }
}
