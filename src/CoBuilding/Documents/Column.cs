namespace CoBuilding.Documents;

/// <summary>
/// One column of a sheet. <paramref name="Value"/> gives text, a whole or decimal number, or null; days and times come as text in
/// the reader's language. A hidden column is kept in the file and not printed: the row's key, for re-import. Hidden columns come last.
/// </summary>
/// <param name="Width">In characters of the body's font; a Han character takes two.</param>
public sealed record Column<T>(string Header, double Width, Func<T, object?> Value, bool Hidden = false);
