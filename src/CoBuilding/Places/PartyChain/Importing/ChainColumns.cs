using CoBuilding.Documents.Importing;

namespace CoBuilding.Places.PartyChain.Importing;

internal static class ChainColumns
{
    public static readonly ColumnWords<ChainColumn> Words = new("Places.PartyChain.Importing.chain-columns.tsv");

    /// <summary>As the template and a pasted block without a header have them.</summary>
    public static readonly ChainColumn[] Standard =
    [
        ChainColumn.Name,
        ChainColumn.Kind,
        ChainColumn.Street,
        ChainColumn.Place,
        ChainColumn.Superior,
        ChainColumn.EstablishedOn,
        ChainColumn.Members,
        ChainColumn.AsOf,
    ];

    public static readonly ListColumns<ChainColumn> All = new(
        Words,
        ChainColumn.Name,
        ChainColumn.Ignored,
        Standard,
        (column, _) => column
    );
}
