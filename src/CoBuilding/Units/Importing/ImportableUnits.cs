using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Documents;
using CoBuilding.Documents.Importing;
using CoBuilding.Texts;

namespace CoBuilding.Units.Importing;

/// <summary>Units with their secretaries and liaison officers.</summary>
public sealed class ImportableUnits : ImportableList
{
    public override string Name => "units";
    public override Right Right => Right.ManageUnits;

    internal override Func<Door, Scope, CancellationToken, Task<DocumentFile>> Export =>
        (door, scope, ct) => new ExportUnitsWorkbook(door).AskAsync(scope, new(), ct);

    internal override Task<CheckedList> ReadAsync(IncomingList incoming, CancellationToken ct) => UnitList.ReadAsync(incoming, ct);

    internal override async Task<Func<DocumentFile>> TemplateAsync(PortalDb db, CancellationToken ct)
    {
        var kinds = await UnitKindList.ReadAsync(db, ct);
        return () =>
            ImportTemplate.Compose(
                Wording.T("Importing.UnitsTemplate"),
                Wording.T("Importing.UnitsTemplateHint"),
                UnitColumns.Words,
                UnitColumns.InTemplate,
                [
                    (UnitColumn.Kind, [.. kinds.InUse.Select(k => k.Said)]),
                    (UnitColumn.PartyOrganization, [.. Enum.GetValues<PartyOrganizationKind>().Select(k => Wording.T(k))]),
                ]
            );
    }
}
