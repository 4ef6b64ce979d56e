using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Data;

/// <summary>Locks rows that are read until the operation ends. For queries of one table.</summary>
public static class RowLocking
{
    private static readonly Dictionary<string, string> Clauses = new()
    {
        ["SkipLocked"] = "FOR UPDATE SKIP LOCKED",
        // Rows that refer to it can still be added meanwhile.
        ["Locked"] = "FOR NO KEY UPDATE",
    };

    /// <summary>For several runners: each takes rows not locked by others, without waiting. With a limit.</summary>
    public static IQueryable<T> SkipLocked<T>(this IQueryable<T> rows)
        where T : Tenanted => rows.TagWith(nameof(SkipLocked));

    /// <summary>Waits for whoever holds the rows, and reads them as they are then. In the order of their ids, against deadlocks.</summary>
    public static IQueryable<T> Locked<T>(this IQueryable<T> rows)
        where T : Tenanted => rows.OrderBy(r => r.Id).TagWith(nameof(Locked));

    internal static void Apply(DbCommand command)
    {
        if (!command.CommandText.StartsWith("-- ", StringComparison.Ordinal))
            return;
        var tag = command.CommandText[3..command.CommandText.AsSpan().IndexOfAny('\r', '\n')];
        if (Clauses.GetValueOrDefault(tag) is { } clause)
            command.CommandText += "\n" + clause;
    }
}
