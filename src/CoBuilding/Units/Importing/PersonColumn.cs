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
