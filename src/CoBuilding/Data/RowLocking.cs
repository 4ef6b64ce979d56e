using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Data;

/// <summary>Row locking for several runners: each takes rows not locked by others, without waiting.</summary>
public static class RowLocking
{
    private const string Tag = "SkipLocked";

    /// <summary>
    /// Locks the rows read until the operation ends, and skips rows locked by others (SKIP LOCKED). For one table with a limit.
    /// </summary>
    public static IQueryable<T> SkipLocked<T>(this IQueryable<T> rows)
        where T : Tenanted => rows.TagWith(Tag);

    internal static void Apply(DbCommand command)
    {
        if (command.CommandText.StartsWith("-- " + Tag, StringComparison.Ordinal))
            command.CommandText += "\nFOR UPDATE SKIP LOCKED";
    }
}
