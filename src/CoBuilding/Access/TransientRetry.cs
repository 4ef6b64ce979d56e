using CoBuilding.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CoBuilding.Access;

/// <summary>
/// Shared by the three edges (page, endpoint, job): a use case is repeated as a whole after a transient database failure.
/// </summary>
public static class TransientRetry
{
    private static readonly TimeSpan[] Waits =
    [
        TimeSpan.FromMilliseconds(50),
        TimeSpan.FromMilliseconds(200),
        TimeSpan.FromMilliseconds(500),
        TimeSpan.FromSeconds(1),
        TimeSpan.FromSeconds(2),
    ];

    /// <summary>Use cases can be repeated safely; a repeat that finds the work done has succeeded.</summary>
    public static async Task RunAsync(Func<Task> useCase, CancellationToken ct)
    {
        try
        {
            await AskAsync(
                async () =>
                {
                    await useCase();
                    return true;
                },
                ct
            );
        }
        catch (AlreadyDone)
        {
            // An earlier attempt was committed although its acknowledgment was lost, or the button was pressed twice.
        }
    }

    public static async Task<T> AskAsync<T>(Func<Task<T>> question, CancellationToken ct)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return await question();
            }
            catch (Exception failure) when (attempt < Waits.Length && IsTransient(failure))
            {
                await Task.Delay(Waits[attempt], ct);
            }
        }
    }

    /// <summary>The database was restarted, failed over or briefly read-only, or two operations conflicted.</summary>
    public static bool IsTransient(Exception? failure) =>
        failure switch
        {
            null => false,
            PostgresException
            {
                SqlState: PostgresErrorCodes.ReadOnlySqlTransaction
                    or PostgresErrorCodes.AdminShutdown
                    or PostgresErrorCodes.CrashShutdown
                    or PostgresErrorCodes.CannotConnectNow
                    or PostgresErrorCodes.DeadlockDetected
                    or PostgresErrorCodes.SerializationFailure
            } => true,
            PostgresException refused => refused.IsTransient,
            NpgsqlException { IsTransient: true } => true,
            DbUpdateException or InvalidOperationException => IsTransient(failure.InnerException),
            _ => false,
        };
}
