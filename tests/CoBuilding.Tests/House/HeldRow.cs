using Npgsql;

namespace CoBuilding.Tests.House;

/// <summary>A row that somebody else holds, so that two operations meet at it.</summary>
internal static class HeldRow
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private static CancellationToken Ct => TestDistrict.Ct;

    /// <summary>Lets the row go when both wait for it, <paramref name="first"/> at the head.</summary>
    /// <returns>What they threw.</returns>
    public static async Task<IReadOnlyList<Exception>> RaceAsync(
        TestCluster cluster,
        string table,
        Guid id,
        Func<Task> first,
        Func<Task> second
    )
    {
        await using var holder = new NpgsqlConnection(cluster.SuperuserConnection);
        await holder.OpenAsync(Ct);
        await using var transaction = await holder.BeginTransactionAsync(Ct);
        await using (var hold = new NpgsqlCommand($"SELECT FROM {table} WHERE id = $1 FOR UPDATE", holder, transaction))
        {
            hold.Parameters.Add(new() { Value = id });
            await hold.ExecuteNonQueryAsync(Ct);
        }
        var head = Record.ExceptionAsync(first).AsTask();
        await UntilWaitingAsync(cluster, holder.ProcessID, 1).WithinAsync(Patience, $"the first to wait for the row of {table}");
        var next = Record.ExceptionAsync(second).AsTask();
        await UntilWaitingAsync(cluster, holder.ProcessID, 2).WithinAsync(Patience, $"both to wait for the row of {table}");
        await transaction.RollbackAsync(Ct);
        return [.. (await Task.WhenAll(head, next)).OfType<Exception>()];
    }

    /// <summary>The second may wait for the first, which waits for the holder.</summary>
    private static async Task UntilWaitingAsync(TestCluster cluster, int holder, int operations)
    {
        const string waiting = """
            WITH RECURSIVE waiting(pid) AS (
                SELECT pid FROM pg_stat_activity WHERE $1 = ANY(pg_blocking_pids(pid))
                UNION SELECT a.pid FROM pg_stat_activity a JOIN waiting w ON w.pid = ANY(pg_blocking_pids(a.pid)))
            SELECT count(*) FROM waiting
            """;
        await using var watcher = new NpgsqlConnection(cluster.SuperuserConnection);
        await watcher.OpenAsync(Ct);
        await using var command = new NpgsqlCommand(waiting, watcher);
        command.Parameters.Add(new() { Value = holder });
        while ((long)(await command.ExecuteScalarAsync(Ct))! < operations)
            await Task.Delay(20, Ct);
    }
}
