using CoBuilding.Access;
using CoBuilding.Documents;
using CoBuilding.Documents.Importing;
using CoBuilding.Texts;
using CoBuilding.Units.UnitKinds;

namespace CoBuilding.Units.Importing;

/// <summary>An empty list of units as a workbook: every column, the kinds to choose from, and a line of instructions.</summary>
public sealed class MakeUnitTemplate(Door door)
{
    private static readonly UnitColumn[] Columns =
    [
        UnitColumn.Name,
        UnitColumn.ShortName,
        UnitColumn.Kind,
        UnitColumn.Street,
        UnitColumn.Place,
        UnitColumn.SuperiorOrganization,
        UnitColumn.PartyOrganization,
        UnitColumn.Secretary,
        UnitColumn.SecretaryTitle,
        UnitColumn.SecretaryMobile,
        UnitColumn.LiaisonOfficer,
        UnitColumn.LiaisonTitle,
        UnitColumn.LiaisonMobile,
        UnitColumn.Address,
        UnitColumn.Remark,
    ];

    public async Task<DocumentFile> AskAsync(Scope scope, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.ManageUnits, ct);
        var kinds = await UnitKindList.ReadAsync(db, ct);
        return CultureScope.In(
            scope.Culture,
            () =>
                ImportTemplate.Compose(
                    Wording.T("Importing.UnitsTemplate"),
                    Wording.T("Importing.UnitsTemplateHint"),
                    UnitColumns.Words,
                    Columns,
                    [
                        (UnitColumn.Kind, [.. kinds.InUse.Select(k => k.Said)]),
                        (UnitColumn.PartyOrganization, [.. Enum.GetValues<PartyOrganizationKind>().Select(k => Wording.T(k))]),
                    ]
                )
        );
    }
}
