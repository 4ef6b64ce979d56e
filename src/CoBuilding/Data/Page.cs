namespace CoBuilding.Data;

/// <summary>One page of a list. <paramref name="Number"/> starts at 1.</summary>
public sealed record Page<T>(IReadOnlyList<T> Rows, int Total, int Number, int Size)
{
    public int Pages => Math.Max(1, (Total + Size - 1) / Size);
}
