using CoBuilding.Documents.Importing;

namespace CoBuilding.Units.Importing;

internal static class PersonColumns
{
    public static readonly ColumnWords<PersonColumn> Words = new("Units.Importing.person-columns.tsv");

    public static readonly ListColumns<PersonColumn> All = new(
        Words,
        PersonColumn.Name,
        PersonColumn.Ignored,
        [PersonColumn.Name, PersonColumn.Unit, PersonColumn.Title, PersonColumn.Mobile],
        (column, _) => column
    );

    public static readonly PersonColumn[] InTemplate =
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
}
