using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Data;

/// <summary>Rows that several runners share out among them: each takes what no other holds, and nobody waits.</summary>
public static class RowLocking
{
    private const string Tag = "SkipLocked";

    /// <summary>Locks the rows that are read until the operation is over, and passes over those that another operation has locked. For one table with a limit.</summary>
    public static IQueryable<T> SkipLocked<T>(this IQueryable<T> rows) where T : Tenanted => rows.TagWith(Tag);

    internal static void Apply(DbCommand command)
    {
        if (command.CommandText.StartsWith("-- " + Tag, StringComparison.Ordinal)) command.CommandText += "\nFOR UPDATE SKIP LOCKED";
    }
}
