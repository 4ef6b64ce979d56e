namespace CoBuilding.Places.PartyChain;

/// <summary>An organization with those below it.</summary>
/// <param name="Own">As it was counted itself on <paramref name="AsOf"/>; null when it never was.</param>
/// <param name="Below">What those right below have together; null when none of them is counted.</param>
/// <param name="IsComplete">Everything right below it is counted, and no place below its own is without a chain.</param>
public sealed record ChainNode(
    Guid Id,
    Guid PlaceId,
    ChainKind Kind,
    string Name,
    int? Own,
    DateOnly? AsOf,
    int? Below,
    bool IsComplete,
    IReadOnlyList<ChainNode> Nodes
)
{
    /// <summary>The own figure before that of those below: it is the one that was reported.</summary>
    public int? Members => Own ?? Below;

    /// <summary>It, or everything below it, is counted.</summary>
    public bool IsCounted => Own is not null || (Nodes.Count > 0 && IsComplete);

    /// <summary>A count also differs if the subordinates counted so far exceed it.</summary>
    public SubordinateSum SubordinateSum =>
        Own is null || Below is null ? SubordinateSum.Nothing
        : !IsComplete && Below <= Own ? SubordinateSum.Incomplete
        : Below == Own ? SubordinateSum.Agrees
        : SubordinateSum.Differs;

    /// <summary>The node and all below it.</summary>
    public IEnumerable<ChainNode> All() => Nodes.SelectMany(n => n.All()).Prepend(this);
}
