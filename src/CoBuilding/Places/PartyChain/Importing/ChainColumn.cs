using CoBuilding.Documents.Importing;

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

internal static class ChainColumns
{
    public static readonly ColumnWords<ChainColumn> Words = new("Places.PartyChain.Importing.chain-columns.tsv");

    /// <summary>As the template and a pasted block without a header have them.</summary>
    public static readonly ChainColumn[] Standard =
    [
        ChainColumn.Name, ChainColumn.Kind, ChainColumn.Street, ChainColumn.Place, ChainColumn.Superior, ChainColumn.EstablishedOn, ChainColumn.Members, ChainColumn.AsOf,
    ];

    public static readonly ListColumns<ChainColumn> All = new(Words, ChainColumn.Name, ChainColumn.Ignored, Standard, (column, _) => column);
}

/// <summary>The words for an organization's kind.</summary>
internal static class ChainKindWords
{
    private static readonly Dictionary<string, ChainKind> Kinds = SynonymFile.Read("Places.PartyChain.Importing.chain-kinds.tsv")
        .SelectMany(l => l.Words.Select(w => (Word: SynonymFile.Key(w), Kind: Enum.Parse<ChainKind>(l.Value)))).ToDictionary(x => x.Word, x => x.Kind);

    /// <summary>By the word itself.</summary>
    public static ChainKind? Find(string text) => Kinds.TryGetValue(SynonymFile.Key(text), out var kind) ? kind : null;

    /// <summary>By the word with which a name ends.</summary>
    public static ChainKind? OfName(string name)
    {
        var key = SynonymFile.Key(name);
        var ending = Kinds.Keys.Where(w => key.EndsWith(w, StringComparison.Ordinal)).MaxBy(w => w.Length);
        return ending is null ? null : Kinds[ending];
    }
}
