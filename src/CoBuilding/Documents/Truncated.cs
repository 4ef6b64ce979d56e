namespace CoBuilding.Documents;

/// <param name="IsTruncated">There are more rows than an export takes.</param>
public sealed record Truncated<T>(IReadOnlyList<T> Rows, bool IsTruncated);
