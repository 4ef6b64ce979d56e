namespace CoBuilding.Places.PartyChain.Importing;

/// <summary>What a column of a list of Party organizations can be.</summary>
internal enum ChainColumn
{
    Name,
    Kind,
    Street,
    Place,
    Superior,
    EstablishedOn,
    Members,
    AsOf,
    Key,
    Ignored,
}
