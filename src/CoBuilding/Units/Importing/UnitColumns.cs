using CoBuilding.Documents.Importing;

namespace CoBuilding.Units.Importing;

internal static class UnitColumns
{
    public static readonly ColumnWords<UnitColumn> Words = new("Units.Importing.unit-columns.tsv");

    public static readonly ListColumns<UnitColumn> All = new(
        Words,
        UnitColumn.Name,
        UnitColumn.Ignored,
        [
            UnitColumn.Name,
            UnitColumn.ShortName,
            UnitColumn.Kind,
            UnitColumn.Place,
            UnitColumn.SuperiorOrganization,
            UnitColumn.PartyOrganization,
            UnitColumn.Secretary,
            UnitColumn.SecretaryTitle,
            UnitColumn.LiaisonOfficer,
            UnitColumn.LiaisonMobile,
            UnitColumn.Address,
            UnitColumn.Remark,
        ],
        Nearer
    );

    public static readonly UnitColumn[] InTemplate =
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

    /// <summary>A phone or a post is that of the person left of it.</summary>
    private static UnitColumn Nearer(UnitColumn column, IReadOnlyList<UnitColumn?> left)
    {
        var person = left.LastOrDefault(c => c is UnitColumn.Secretary or UnitColumn.LiaisonOfficer);
        return column switch
        {
            UnitColumn.Phone => person == UnitColumn.Secretary ? UnitColumn.SecretaryMobile : UnitColumn.LiaisonMobile,
            UnitColumn.Title => person == UnitColumn.LiaisonOfficer ? UnitColumn.LiaisonTitle : UnitColumn.SecretaryTitle,
            _ => column,
        };
    }
}
