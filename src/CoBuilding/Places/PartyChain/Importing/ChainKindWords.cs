using CoBuilding.Texts;

namespace CoBuilding.Places.PartyChain.Importing;

/// <summary>The words for an organization's kind.</summary>
internal static class ChainKindWords
{
    private static readonly Dictionary<string, ChainKind> Kinds = SynonymFile
        .Read("Places.PartyChain.Importing.chain-kind-words.tsv")
        .SelectMany(l => l.Words.Select(w => (Word: SynonymFile.Key(w), Kind: Enum.Parse<ChainKind>(l.Value))))
        .ToDictionary(x => x.Word, x => x.Kind);

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
