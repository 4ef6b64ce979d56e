using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.Versioning;
using CoBuilding.Data;
using Npgsql;

namespace CoBuilding.Tests.Data;

[UnsupportedOSPlatform("windows")]
public sealed class LocalPostgresTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("cobuilding-test-").FullName;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Both_roles_connect_and_the_web_role_is_weak()
    {
        await using var postgres = await LocalPostgres.StartAsync(folder, Ct);
        await postgres.EnsureDatabaseAsync("portal", Ct);
        await postgres.EnsureDatabaseAsync("portal", Ct);

        Assert.Equal("cobuilding_owner", await AskAsync<string>(postgres.OwnerConnection("portal"), "SELECT current_user::text"));
        var web = postgres.PortalConnection("portal");
        Assert.Equal("cobuilding_web", await AskAsync<string>(web, "SELECT current_user::text"));
        Assert.Equal(
            1L,
            await AskAsync<long>(
                web,
                """
                SELECT count(*) FROM pg_roles
                WHERE rolname = current_user AND NOT (rolsuper OR rolbypassrls OR rolcreatedb OR rolcreaterole OR rolreplication)
                """
            )
        );
        Assert.Equal(0L, await AskAsync<long>(web, "SELECT count(*) FROM pg_auth_members WHERE member = current_user::regrole"));
        Assert.Equal(
            "cobuilding_owner",
            await AskAsync<string>(web, "SELECT datdba::regrole::text FROM pg_database WHERE datname = 'portal'")
        );
        Assert.Equal(
            "15s 3s 1min",
            await AskAsync<string>(
                web,
                """
                SELECT concat_ws(' ', current_setting('statement_timeout'), current_setting('lock_timeout'),
                    current_setting('idle_in_transaction_session_timeout'))
                """
            )
        );
        Assert.Equal(
            "UTF8 C.UTF-8 on 200",
            await AskAsync<string>(
                web,
                """
                SELECT concat_ws(' ', current_setting('server_encoding'), datcollate, current_setting('fsync'),
                    current_setting('max_connections'))
                FROM pg_database WHERE datname = 'portal'
                """
            )
        );
        foreach (
            var forbidden in new[]
            {
                "CREATE TABLE own (id int)",
                "CREATE TEMP TABLE own (id int)",
                "CREATE SCHEMA own",
                "SET ROLE cobuilding_owner",
            }
        )
        {
            var refused = await Assert.ThrowsAsync<PostgresException>(() => AskAsync<object>(web, forbidden));
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
        }
        await AskAsync<object>(postgres.OwnerConnection("portal"), "CREATE TABLE room (id int, EXCLUDE USING gist (id WITH =))");
    }

    [Fact]
    public async Task A_second_start_finds_the_data()
    {
        var said = new List<string>();
        await using (var first = await LocalPostgres.StartAsync(folder, Ct, said.Add))
            await MakeRowAsync(first);
        Assert.Single(said);
        Assert.False(File.Exists(PidFile), "the last to leave stops the server");

        await using var second = await LocalPostgres.StartAsync(folder, Ct, said.Add);
        await second.EnsureDatabaseAsync("copy", Ct, template: "portal");
        Assert.Equal(7, await AskAsync<int>(second.OwnerConnection("copy"), "SELECT id FROM kept"));
        Assert.Single(said);
    }

    [Fact]
    public async Task Those_who_share_it_keep_it_until_the_last_leaves()
    {
        var starts = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => LocalPostgres.StartAsync(folder, Ct)));
        await Task.WhenAll(starts.Select(start => start.EnsureDatabaseAsync("portal", Ct)));
        await starts[0].DisposeAsync();
        await starts[1].DisposeAsync();
        Assert.Equal(1, await AskAsync<int>(starts[2].PortalConnection("portal"), "SELECT 1"));
        await starts[2].DisposeAsync();
        Assert.False(File.Exists(PidFile));
    }

    [Fact]
    public async Task A_killed_server_is_started_again_with_its_data()
    {
        await using var first = await LocalPostgres.StartAsync(folder, Ct);
        await MakeRowAsync(first);
        KillServer();

        await using var second = await LocalPostgres.StartAsync(folder, Ct);
        Assert.Equal(7, await AskAsync<int>(second.OwnerConnection("portal"), "SELECT id FROM kept"));
    }

    [Fact]
    public async Task A_server_that_died_is_started_again_where_it_was_once_it_can_be()
    {
        await using var postgres = await LocalPostgres.StartAsync(folder, Ct);
        await MakeRowAsync(postgres);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var said = new ConcurrentQueue<string>();
        var keeping = postgres.KeepServingAsync(said.Enqueue, end.Token);
        var (log, aside) = (Path.Combine(ClusterFolder, "pg_wal"), Path.Combine(ClusterFolder, "pg_wal.aside"));
        Directory.Move(log, aside);
        KillServer();
        while (!said.Any(line => line.Contains("has died", StringComparison.Ordinal)))
            await Task.Delay(20, Ct);
        await Assert.ThrowsAnyAsync<NpgsqlException>(() => AskAsync<int>(postgres.OwnerConnection("portal"), "SELECT id FROM kept"));

        Directory.Move(aside, log);
        while (!said.Any(line => line.Contains("serves again", StringComparison.Ordinal)))
            await Task.Delay(20, Ct);
        Assert.Equal(7, await AskAsync<int>(postgres.OwnerConnection("portal"), "SELECT id FROM kept"));
        Assert.Equal(2, said.Count);
        await end.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => keeping);
    }

    [Fact]
    public async Task A_server_that_was_started_under_another_name_of_the_folder_is_joined_and_its_pid_file_left()
    {
        await using var first = await LocalPostgres.StartAsync(folder, Ct);
        await MakeRowAsync(first);
        var pidFile = await File.ReadAllTextAsync(PidFile, Ct);
        var link = folder + "-link";
        Directory.CreateSymbolicLink(link, folder);
        try
        {
            await using (var second = await LocalPostgres.StartAsync(link, Ct))
            {
                Assert.Equal(pidFile, await File.ReadAllTextAsync(PidFile, Ct));
                Assert.Equal(7, await AskAsync<int>(second.OwnerConnection("portal"), "SELECT id FROM kept"));
            }
            Assert.Equal(7, await AskAsync<int>(first.OwnerConnection("portal"), "SELECT id FROM kept"));
        }
        finally
        {
            Directory.Delete(link);
        }
    }

    [Fact]
    public async Task A_pid_file_that_names_a_stranger_is_no_obstacle()
    {
        string[] lines;
        await using (await LocalPostgres.StartAsync(folder, Ct))
            lines = await File.ReadAllLinesAsync(PidFile, Ct);
        lines[0] = Environment.ProcessId.ToString(CultureInfo.InvariantCulture);
        await File.WriteAllLinesAsync(PidFile, lines, Ct);

        await using var postgres = await LocalPostgres.StartAsync(folder, Ct);
        Assert.Equal(1, await AskAsync<int>(postgres.SuperuserConnection(), "SELECT 1"));
    }

    [Fact]
    public async Task A_long_or_foreign_path_moves_the_socket_and_nothing_else()
    {
        // PostgreSQL's account, under root, must be able to walk down to its own folder.
        File.SetUnixFileMode(folder, File.GetUnixFileMode(folder) | UnixFileMode.OtherExecute);
        var far = Path.Combine(folder, "资料 夹", new string('x', 90));
        await using (var postgres = await LocalPostgres.StartAsync(far, Ct))
            Assert.Equal(1, await AskAsync<int>(postgres.SuperuserConnection(), "SELECT 1"));
        Assert.NotEmpty(Directory.GetDirectories(far, "postgres-*"));
    }

    [Fact]
    public async Task A_folder_with_other_things_is_left_alone()
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "letter.txt"), "mine", Ct);
        await Assert.ThrowsAsync<InvalidOperationException>(() => LocalPostgres.StartAsync(folder, Ct));
        Assert.Single(Directory.GetFileSystemEntries(folder));
    }

    [Fact]
    public void Without_programs_the_remedies_are_named()
    {
        var missing = Assert.Throws<PostgresMissing>(() => PostgresBinaries.Choose([folder]));
        Assert.All(
            ["apt-get install postgresql", "PGBIN", "@embedded-postgres", "ConnectionStrings__Portal", folder],
            remedy => Assert.Contains(remedy, missing.Message, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Old_or_broken_programs_are_passed_over()
    {
        var old = MakePrograms("old", "echo 'postgres (PostgreSQL) 14.11'");
        var broken = MakePrograms("broken", "exit 127");
        var fit = MakePrograms("fit", "echo 'postgres (PostgreSQL) 15.1'");
        Assert.Equal(fit, PostgresBinaries.Choose([old, broken, fit]));
        var missing = Assert.Throws<PostgresMissing>(() => PostgresBinaries.Choose([old, broken]));
        Assert.Contains("version 14", missing.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_links_of_an_npm_package_are_made()
    {
        var bin = MakePrograms("package/native/bin", "echo 'postgres (PostgreSQL) 17.2'");
        var native = Path.GetDirectoryName(bin)!;
        File.WriteAllText(Path.Combine(native, "libpq.so.5.17"), "library");
        File.WriteAllText(Path.Combine(native, "pg-symlinks.json"), """[{"source":"native/libpq.so.5.17","target":"native/libpq.so.5"}]""");
        Assert.Equal(bin, PostgresBinaries.Choose([bin]));
        Assert.Equal("library", File.ReadAllText(Path.Combine(native, "libpq.so.5")));
    }

    private string ClusterFolder => Path.Combine(folder, $"postgres-{PostgresBinaries.Version(PostgresBinaries.Find())}");
    private string PidFile => Path.Combine(ClusterFolder, "postmaster.pid");

    private static async Task MakeRowAsync(LocalPostgres postgres)
    {
        await postgres.EnsureDatabaseAsync("portal", Ct);
        await AskAsync<object>(postgres.OwnerConnection("portal"), "CREATE TABLE kept AS SELECT 7 AS id");
    }

    /// <summary>Kills the process of this test's own cluster, but not another process with a reused pid.</summary>
    private void KillServer()
    {
        using var server = Process.GetProcessById(int.Parse(File.ReadLines(PidFile).First(), CultureInfo.InvariantCulture));
        Assert.Contains(folder, File.ReadAllText($"/proc/{server.Id}/cmdline"), StringComparison.Ordinal);
        server.Kill();
    }

    private string MakePrograms(string name, string script)
    {
        var bin = Directory.CreateDirectory(Path.Combine(folder, name)).FullName;
        foreach (var program in new[] { "initdb", "postgres", "pg_ctl" })
        {
            var path = Path.Combine(bin, program);
            File.WriteAllText(path, $"#!/bin/sh\n{script}\n");
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
        return bin;
    }

    private static async Task<T?> AskAsync<T>(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(Ct);
        await using var command = new NpgsqlCommand(sql, connection);
        return (T?)await command.ExecuteScalarAsync(Ct);
    }
}
