using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CoBuilding.Data;

/// <summary>
/// Refuses every command outside a transaction: the tenant is bound only there. Adds the row lock where a query asks for it.
/// </summary>
internal sealed class BoundCommands : DbCommandInterceptor
{
    public override InterceptionResult<DbDataReader> ReaderExecuting(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result
    ) => Reading(command, result);

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default
    ) => ValueTask.FromResult(Reading(command, result));

    public override InterceptionResult<int> NonQueryExecuting(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<int> result
    ) => Bound(command, result);

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    ) => ValueTask.FromResult(Bound(command, result));

    public override InterceptionResult<object> ScalarExecuting(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<object> result
    ) => Bound(command, result);

    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<object> result,
        CancellationToken cancellationToken = default
    ) => ValueTask.FromResult(Bound(command, result));

    private static InterceptionResult<DbDataReader> Reading(DbCommand command, InterceptionResult<DbDataReader> result)
    {
        RowLocking.Apply(command);
        return Bound(command, result);
    }

    private static T Bound<T>(DbCommand command, T result) =>
        command.Transaction is null
            ? throw new InvalidOperationException("A command outside the operation's transaction: no tenant is bound there.")
            : result;
}
