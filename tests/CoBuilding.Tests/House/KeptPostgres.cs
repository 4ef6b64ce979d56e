using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using CoBuilding.Data;
using Npgsql;

namespace CoBuilding.Tests.House;

/// <summary>
/// The tests' own PostgreSQL, kept from run to run below the user's state, so that a run neither makes a cluster nor migrates: it
/// copies its databases from templates, in tenths of a second, and drops them at its end. Several processes may use it at a time,
/// each its own databases; the last of them stops the server. What a killed run left behind, the next one clears away.
/// </summary>
public sealed class KeptPostgres : IAsyncDisposable
{
    private static readonly TimeSpan LongestTurn = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan TemplatesLast = TimeSpan.FromDays(3);

    private readonly string folder;
    private readonly LocalPostgres server;
    private readonly string run;
    private readonly FileStream mark;

    private KeptPostgres(string folder, LocalPostgres server, string run, FileStream mark) =>
        (this.folder, this.server, this.run, this.mark) = (folder, server, run, mark);

    /// <summary>COBUILDING_TESTS, else beside the portal's own cluster. deploy/needs holds the same rule.</summary>
    public static string Folder
    {
        get
        {
            if (Environment.GetEnvironmentVariable("COBUILDING_TESTS") is { Length: > 0 } named)
                return Path.GetFullPath(named);
            var beside = LocalPostgres.DefaultFolder + "-tests";
            try
            {
                Directory.CreateDirectory(beside);
                return beside;
            }
            catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
            {
                return Path.Combine(Path.GetTempPath(), "cobuilding-tests-" + Environment.UserName);
            }
        }
    }

    public static Task<KeptPostgres> StartAsync() => StartAsync(Folder);

    public static async Task<KeptPostgres> StartAsync(string folder)
    {
        var server = await LocalPostgres.StartAsync(folder);
        try
        {
            Directory.CreateDirectory(Path.Combine(folder, "runs"));
            Directory.CreateDirectory(Path.Combine(folder, "templates"));
            using var turn = await TakeTurnAsync(folder, "runs.lock");
            var run = $"run_{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(5))}";
            var mark = Lock(Path.Combine(folder, "runs", run));
            await ClearAsync(server, folder);
            return new KeptPostgres(folder, server, run, mark);
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    public string PortalConnection(string database) => server.PortalConnection($"{run}_{database}");

    public string OwnerConnection(string database) => server.OwnerConnection($"{run}_{database}");

    public string SuperuserConnection(string database) => server.SuperuserConnection($"{run}_{database}");

    /// <summary>Makes a database of this run's own, without tables.</summary>
    public Task MakeAsync(string database) => server.EnsureDatabaseAsync($"{run}_{database}");

    /// <summary>Makes a database of this run's own with all tables and no district.</summary>
    public async Task MakeMigratedAsync(string database) =>
        await server.EnsureDatabaseAsync($"{run}_{database}", template: await MigratedAsync());

    /// <summary>Makes a database of this run's own as a copy of one that an earlier run, or else this one, filled.</summary>
    /// <param name="database">Its name.</param>
    /// <param name="template">What it is a copy of, in a word.</param>
    /// <param name="key">What else its content depends on beside the portal's code and data: a day, a seed.</param>
    /// <param name="fill">Fills a migrated database: hears the connections of the web role and of the owner.</param>
    public async Task MakeFilledAsync(string database, string template, string key, Func<string, string, Task> fill)
    {
        var name = $"{template}_{Hash(Repository.Files("CoBuilding", "*.cs", "*.csv", "*.tsv", "*.txt", "*.resx"), key)}";
        var migrated = await MigratedAsync();
        await server.EnsureDatabaseAsync($"{run}_{database}", template: await TemplateAsync(name, migrated, fill));
    }

    private Task<string> MigratedAsync() =>
        TemplateAsync(
            $"migrated_{Hash(Repository.Files("CoBuilding/Data", "*.cs"), "")}",
            null,
            (_, owner) => PortalDatabase.MigrateAsync(owner)
        );

    /// <summary>A template takes its name only when it is whole: what was cut short is made anew.</summary>
    private async Task<string> TemplateAsync(string name, string? from, Func<string, string, Task> fill)
    {
        var template = "template_" + name;
        using var turn = await TakeTurnAsync(folder, Path.Combine("templates", template));
        await File.WriteAllTextAsync(turn.Name + ".used", "");
        if (await ExistsAsync(server, template))
            return template;
        var half = "half_" + name;
        await ExecuteAsync(server, $"DROP DATABASE IF EXISTS {half} WITH (FORCE)");
        await server.EnsureDatabaseAsync(half, template: from);
        await fill(server.PortalConnection(half), server.OwnerConnection(half));
        NpgsqlConnection.ClearAllPools();
        // Those who have just left may take a moment to be gone.
        for (var tries = 1; ; tries++)
        {
            try
            {
                await ExecuteAsync(server, $"ALTER DATABASE {half} RENAME TO {template}");
                return template;
            }
            catch (PostgresException inUse) when (inUse.SqlState == PostgresErrorCodes.ObjectInUse && tries < 50)
            {
                await Task.Delay(100);
            }
        }
    }

    /// <summary>Drops the databases of runs that are over, and templates that nobody has used for days.</summary>
    private static async Task ClearAsync(LocalPostgres server, string folder)
    {
        var names = new List<string>();
        await using (var connection = new NpgsqlConnection(server.SuperuserConnection()))
        {
            await connection.OpenAsync();
            await using var command = new NpgsqlCommand("SELECT datname FROM pg_database WHERE NOT datistemplate", connection);
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
                names.Add(reader.GetString(0));
        }
        foreach (var mark in Directory.GetFiles(Path.Combine(folder, "runs")))
        {
            if (TryLock(mark) is not { } over)
                continue;
            using (over)
            {
                foreach (var left in names.Where(n => n.StartsWith(Path.GetFileName(mark) + "_", StringComparison.Ordinal)))
                    await ExecuteAsync(server, $"DROP DATABASE IF EXISTS {left} WITH (FORCE)");
                File.Delete(mark);
            }
        }
        foreach (
            var template in names.Where(n =>
                n.StartsWith("template_", StringComparison.Ordinal) || n.StartsWith("half_", StringComparison.Ordinal)
            )
        )
        {
            var turn = Path.Combine(folder, "templates", template.Replace("half_", "template_", StringComparison.Ordinal));
            var used = new FileInfo(turn + ".used");
            if (used.Exists && TimeProvider.System.GetUtcNow() - used.LastWriteTimeUtc < TemplatesLast)
                continue;
            if (TryLock(turn) is not { } free)
                continue;
            using (free)
                await ExecuteAsync(server, $"DROP DATABASE IF EXISTS {template} WITH (FORCE)");
        }
    }

    private static async Task<bool> ExistsAsync(LocalPostgres server, string database)
    {
        await using var connection = new NpgsqlConnection(server.SuperuserConnection());
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"SELECT 1 FROM pg_database WHERE datname = '{database}'", connection);
        return await command.ExecuteScalarAsync() is not null;
    }

    private static async Task ExecuteAsync(LocalPostgres server, string sql)
    {
        await using var connection = new NpgsqlConnection(server.SuperuserConnection());
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<FileStream> TakeTurnAsync(string folder, string name)
    {
        var begun = Stopwatch.GetTimestamp();
        while (true)
        {
            if (TryLock(Path.Combine(folder, name)) is { } turn)
                return turn;
            if (Stopwatch.GetElapsedTime(begun) > LongestTurn)
                throw new TimeoutException(
                    $"Another process of tests has held {Path.Combine(folder, name)} for {LongestTurn.TotalMinutes} minutes."
                );
            await Task.Delay(50);
        }
    }

    private static FileStream? TryLock(string path)
    {
        try
        {
            return Lock(path);
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>The kernel lifts it when the process dies, however it dies.</summary>
    private static FileStream Lock(string path) => new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);

    private static string Hash(IEnumerable<string> files, string more)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (
            var file in files
                .Append(Path.Combine(Repository.Root, "deploy/roles.sql"))
                .Append(Path.Combine(Repository.Source, "Packages.props"))
        )
        {
            hash.AppendData(Encoding.UTF8.GetBytes(Path.GetRelativePath(Repository.Root, file)));
            hash.AppendData(SHA256.HashData(File.ReadAllBytes(file)));
        }
        hash.AppendData(Encoding.UTF8.GetBytes(more));
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        using (await TakeTurnAsync(folder, "runs.lock"))
        {
            var path = mark.Name;
            await mark.DisposeAsync();
            await ClearAsync(server, folder);
            File.Delete(path);
        }
        await server.DisposeAsync();
    }
}
