namespace CoBuilding.Units.Importing;

/// <summary>What a column of a list of units can be.</summary>
internal enum UnitColumn
{
    Name,
    ShortName,
    Kind,
    Place,
    SuperiorOrganization,
    PartyOrganization,
    Secretary,
    SecretaryTitle,
    LiaisonOfficer,
    LiaisonMobile,
    Address,
    Remark,
    Street,
    SecretaryMobile,
    LiaisonTitle,
    Phone,
    Title,
    EndedOn,
    Key,
    Ignored,
}
