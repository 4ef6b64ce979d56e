using CoBuilding.Access;
using CoBuilding.Documents;
using CoBuilding.Documents.Importing;
using CoBuilding.Texts;

namespace CoBuilding.Units.Importing;

/// <summary>An empty list of people as a workbook: every column, the choices, and a line of instructions.</summary>
public sealed class MakePeopleTemplate(Door door)
{
    private static readonly PersonColumn[] Columns =
    [
        PersonColumn.Name,
        PersonColumn.Unit,
        PersonColumn.Title,
        PersonColumn.Mobile,
        PersonColumn.Email,
        PersonColumn.IsSecretary,
        PersonColumn.IsLiaisonOfficer,
        PersonColumn.From,
        PersonColumn.Until,
        PersonColumn.Street,
        PersonColumn.Place,
    ];

    public async Task<DocumentFile> AskAsync(Scope scope, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.ManageUnits, ct);
        return CultureScope.In(
            scope.Culture,
            () =>
                ImportTemplate.Compose(
                    Wording.T("Importing.PeopleTemplate"),
                    Wording.T("Importing.PeopleTemplateHint"),
                    PersonColumns.Words,
                    Columns,
                    [
                        (PersonColumn.IsSecretary, [Wording.T("Importing.Yes"), Wording.T("Importing.No")]),
                        (PersonColumn.IsLiaisonOfficer, [Wording.T("Importing.Yes"), Wording.T("Importing.No")]),
                    ]
                )
        );
    }
}
