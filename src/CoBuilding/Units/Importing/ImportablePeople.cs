using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Documents;
using CoBuilding.Documents.Importing;
using CoBuilding.Texts;

namespace CoBuilding.Units.Importing;

/// <summary>People and their posts.</summary>
public sealed class ImportablePeople : ImportableList
{
    public override string Name => "people";
    public override Right Right => Right.ManageUnits;

    internal override Func<Door, Scope, CancellationToken, Task<DocumentFile>> Export =>
        (door, scope, ct) => new ExportPeopleWorkbook(door).AskAsync(scope, new(), ct);

    internal override Task<CheckedList> ReadAsync(IncomingList incoming, CancellationToken ct) => PeopleList.ReadAsync(incoming, ct);

    internal override Task<Func<DocumentFile>> TemplateAsync(PortalDb db, CancellationToken ct) =>
        Task.FromResult(() =>
            ImportTemplate.Compose(
                Wording.T("Importing.PeopleTemplate"),
                Wording.T("Importing.PeopleTemplateHint"),
                PersonColumns.Words,
                PersonColumns.InTemplate,
                [
                    (PersonColumn.IsSecretary, [Wording.T("Importing.Yes"), Wording.T("Importing.No")]),
                    (PersonColumn.IsLiaisonOfficer, [Wording.T("Importing.Yes"), Wording.T("Importing.No")]),
                ]
            )
        );
}
