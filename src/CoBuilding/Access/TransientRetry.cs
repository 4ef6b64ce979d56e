using CoBuilding.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CoBuilding.Access;

/// <summary>What the three edges (page, endpoint, job) share: a use case that met a transient failure of the database is run again as a whole.</summary>
public static class TransientRetry
{
    private static readonly TimeSpan[] Waits = [TimeSpan.FromMilliseconds(50), TimeSpan.FromMilliseconds(200), TimeSpan.FromMilliseconds(500), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2)];

    /// <summary>Use cases are harmless to repeat, so a repeat that finds the work done has succeeded.</summary>
    public static async Task RunAsync(Func<Task> useCase, CancellationToken ct)
    {
        try
        {
            await AskAsync(async () => { await useCase(); return true; }, ct);
        }
        catch (AlreadyDone)
        {
            // An earlier try was committed although its acknowledgement was lost, or the button was pressed twice.
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

    /// <summary>The database was restarted, failed over, read-only for a moment, or two operations met.</summary>
    public static bool IsTransient(Exception? failure) => failure switch
    {
        null => false,
        PostgresException
        {
            SqlState: PostgresErrorCodes.ReadOnlySqlTransaction or PostgresErrorCodes.AdminShutdown
            or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.DeadlockDetected
            or PostgresErrorCodes.SerializationFailure
        } => true,
        PostgresException refused => refused.IsTransient,
        NpgsqlException { IsTransient: true } => true,
        DbUpdateException or InvalidOperationException => IsTransient(failure.InnerException),
        _ => false,
    };
}
