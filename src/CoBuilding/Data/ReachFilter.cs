using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoBuilding.Data;

/// <summary>The named filter that keeps every query within the operation's reach, and the one way past it.</summary>
internal static class ReachFilter
{
    private const string Name = "Reach";

    public static void SetFor(EntityTypeBuilder table, LambdaExpression reach) => table.HasQueryFilter(Name, reach);

    /// <summary>
    /// Rows of the whole district. EF lifts a filter from the whole query, wherever in it that is asked: what has to stay within reach says
    /// so by <see cref="PortalDb.Reach"/>.
    /// </summary>
    /// <param name="reason">A literal: what is seen beyond the reach, and why or by whom. docs/architecture.md lists it.</param>
    public static IQueryable<T> Lifted<T>(this IQueryable<T> rows, string reason)
        where T : Tenanted
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
#pragma warning disable RS0030 // The one place where a filter is lifted.
        return rows.IgnoreQueryFilters([Name]);
#pragma warning restore RS0030
    }
}
