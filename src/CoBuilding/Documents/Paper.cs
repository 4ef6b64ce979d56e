namespace CoBuilding.Documents;

/// <summary>An official document as a sequence of blocks. Author and date are contained only if a block states them.</summary>
internal sealed record Paper(params IReadOnlyList<Block> Blocks)
{
    /// <summary>For wide tables: A4 across.</summary>
    public bool IsAcross { get; init; }

    /// <summary>Printed across every page and at its top; null for none.</summary>
    public string? Watermark { get; init; }
}
