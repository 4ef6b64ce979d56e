using CoBuilding.Access;
using CoBuilding.Documents;
using CoBuilding.Texts;
using CoBuilding.Units.UnitKinds;

namespace CoBuilding.Units;

/// <summary>An empty list of units as a workbook: every column, the kinds to choose from, and a line that says how.</summary>
public sealed class MakeUnitTemplate(Door door)
{
    private const int BlankRows = 200;

    private static readonly UnitColumn[] Columns =
    [
        UnitColumn.Name, UnitColumn.ShortName, UnitColumn.Kind, UnitColumn.Street, UnitColumn.Place, UnitColumn.SuperiorOrganization,
        UnitColumn.PartyOrganization, UnitColumn.Secretary, UnitColumn.SecretaryTitle, UnitColumn.SecretaryMobile, UnitColumn.LiaisonOfficer,
        UnitColumn.LiaisonTitle, UnitColumn.LiaisonMobile, UnitColumn.Address, UnitColumn.Remark,
    ];

    public async Task<Document> AskAsync(Scope scope, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.KeepUnits, ct);
        var kinds = await KindList.ReadAsync(db, ct);
        return Language.In(scope.Culture, () =>
        {
            var name = Wording.T("Imports.UnitsTemplate");
            var columns = Columns.Select(c => new Column<int>(UnitWords.Label(c), c == UnitColumn.Name ? 32 : 16, _ => null)).ToList();
            var sheet = Sheet.Of(Wording.T("Exports.UnitsSheet"), name, [Wording.T("Imports.UnitsTemplateHint")], columns, Enumerable.Range(0, BlankRows)) with
            {
                Choices =
                [
                    (Array.IndexOf(Columns, UnitColumn.Kind), [.. kinds.InUse.Select(k => k.Said)]),
                    (Array.IndexOf(Columns, UnitColumn.PartyOrganization), [.. UnitWords.Labels<PartyOrganizationKind>()]),
                ],
            };
            return new Document(FileNames.Of(name, ".xlsx"), Workbook.ContentType, Workbook.Write([sheet], name, Wording.T("Exports.Pages")));
        });
    }
}
