namespace CoBuilding.Documents.Importing;

/// <summary>The columns of one kind of list.</summary>
/// <param name="Lead">The column by which a header row is recognized.</param>
/// <param name="Standard">The columns of a pasted block without a header; none: it needs one.</param>
/// <param name="Nearer">What a header that names several columns means, by the column left of it that the list has.</param>
internal sealed record ListColumns<T>(
    ColumnWords<T> Words,
    T Lead,
    T Ignored,
    IReadOnlyList<T> Standard,
    Func<T, IReadOnlyList<T?>, T> Nearer
)
    where T : struct, Enum;
