using CoBuilding.Documents.Importing;

namespace CoBuilding.Units.Importing;

/// <summary>What a column of a list of people can be. A row is one post of one person.</summary>
internal enum PersonColumn
{
    Name,
    Unit,
    Title,
    Mobile,
    Email,
    IsSecretary,
    IsLiaisonOfficer,
    From,
    Until,
    Street,
    Place,
    Key,
    Ignored,
}

internal static class PersonColumns
{
    public static readonly ColumnWords<PersonColumn> Words = new("Units.Importing.person-columns.tsv");

    public static readonly ListColumns<PersonColumn> All = new(Words, PersonColumn.Name, PersonColumn.Ignored,
        [PersonColumn.Name, PersonColumn.Unit, PersonColumn.Title, PersonColumn.Mobile], (column, _) => column);
}
