using CoBuilding.Data;
using Npgsql;

namespace CoBuilding.Tests.House;

public sealed class KeptPostgresTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("cobuilding-test-").FullName;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Runs_share_templates_but_no_databases_and_the_last_stops_the_server()
    {
        var runs = await Task.WhenAll(KeptPostgres.StartAsync(folder), KeptPostgres.StartAsync(folder));
        await Task.WhenAll(runs.Select(r => r.MakeMigratedAsync("portal")));
        Assert.Equal(0L, await AskAsync(runs[0].SuperuserConnection("portal"), "SELECT count(*) FROM districts"));
        await AskAsync(runs[0].OwnerConnection("portal"), "CREATE TABLE mine ()");
        Assert.Equal(0L, await AskAsync(runs[1].SuperuserConnection("portal"), "SELECT count(*) FROM pg_class WHERE relname = 'mine'"));
        Assert.Equal(
            1L,
            await AskAsync(runs[1].SuperuserConnection("portal"), "SELECT count(*) FROM pg_database WHERE datname LIKE 'template\\_%'")
        );
        Assert.Equal("cobuilding_web", await AskAsync(runs[1].PortalConnection("portal"), "SELECT current_user::text"));

        await runs[0].DisposeAsync();
        Assert.Equal(
            1L,
            await AskAsync(runs[1].SuperuserConnection("portal"), "SELECT count(*) FROM pg_database WHERE datname LIKE 'run\\_%'")
        );
        await runs[1].DisposeAsync();
        Assert.Empty(Directory.GetFiles(Directory.GetDirectories(folder, "postgres-*").Single(), "postmaster.pid"));
    }

    [Fact]
    public async Task What_a_killed_run_left_behind_is_cleared_away_and_what_runs_is_not()
    {
        await using var first = await KeptPostgres.StartAsync(folder);
        await first.MakeAsync("portal");
        await AskAsync(first.SuperuserConnection("portal"), "CREATE DATABASE run_dead_portal");
        await File.WriteAllTextAsync(Path.Combine(folder, "runs", "run_dead"), "", Ct);

        await using var second = await KeptPostgres.StartAsync(folder);
        Assert.Equal(
            0L,
            await AskAsync(first.SuperuserConnection("portal"), "SELECT count(*) FROM pg_database WHERE datname = 'run_dead_portal'")
        );
        Assert.False(File.Exists(Path.Combine(folder, "runs", "run_dead")));
    }

    [Fact]
    public async Task A_filled_template_serves_later_runs_under_the_same_key_and_a_half_filled_one_none()
    {
        var filled = 0;
        await using (var first = await KeptPostgres.StartAsync(folder))
        {
            await Assert.ThrowsAsync<NotSupportedException>(() =>
                first.MakeFilledAsync(
                    "cut",
                    "story",
                    "monday",
                    async (_, owner) =>
                    {
                        await FillAsync(owner);
                        throw new NotSupportedException();
                    }
                )
            );
            await first.MakeFilledAsync("whole", "story", "monday", (_, owner) => FillAsync(owner));
        }
        await using var second = await KeptPostgres.StartAsync(folder);
        await second.MakeFilledAsync("copy", "story", "monday", (_, owner) => FillAsync(owner));
        Assert.Equal(2, filled);
        Assert.Equal(2L, await AskAsync(second.SuperuserConnection("copy"), "SELECT max(n)::bigint FROM story"));
        await second.MakeFilledAsync("next", "story", "tuesday", (_, owner) => FillAsync(owner));
        Assert.Equal(3L, await AskAsync(second.SuperuserConnection("next"), "SELECT max(n)::bigint FROM story"));

        Task FillAsync(string owner) => AskAsync(owner, $"CREATE TABLE story AS SELECT {++filled} AS n");
    }

    private static async Task<object?> AskAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString
        );
        await connection.OpenAsync(Ct);
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(Ct);
    }
}
