using System.Diagnostics;
using System.Text.RegularExpressions;
using Npgsql;

// The token is followed by optional arguments that are passed by name.
#pragma warning disable CA1068

namespace CoBuilding.Data;

/// <summary>
/// A PostgreSQL server of the portal's own, for development, the demo and the tests. It listens on a Unix socket in a
/// folder that only its account and root may enter. Several processes may share one data folder: the first starts the
/// server, or joins one left running by a killed portal, and the last to dispose stops it.
/// </summary>
public sealed partial class LocalPostgres : IAsyncDisposable
{
    /// <summary>The database in which the portal keeps its districts.</summary>
    public const string PortalName = "cobuilding";

    private const string Owner = "cobuilding_owner";
    private const string Web = "cobuilding_web";

    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(2);

    private readonly string dataFolder;
    private readonly PostgresCluster cluster;
    private readonly string socketFolder;
    private readonly FileStream use;
    private int disposed;

    private LocalPostgres(string dataFolder, PostgresCluster cluster, string socketFolder, FileStream use)
    {
        this.dataFolder = dataFolder;
        this.cluster = cluster;
        this.socketFolder = socketFolder;
        this.use = use;
    }

    /// <summary>
    /// COBUILDING_DATA, else a folder below the machine's state (root) or the user's; below the temporary folder for users without a home
    /// to write to. Never in root's home, which the server's account may not enter. deploy/needs holds the same rule.
    /// </summary>
    public static string DefaultFolder
    {
        get
        {
            if (Environment.GetEnvironmentVariable("COBUILDING_DATA") is { Length: > 0 } named)
                return Path.GetFullPath(named);
            if (Environment.IsPrivilegedProcess)
                return "/var/lib/cobuilding";
            var state = Environment.GetEnvironmentVariable("XDG_STATE_HOME") is { Length: > 0 } xdg
                ? xdg
                : Path.Combine(Environment.GetEnvironmentVariable("HOME") ?? "", ".local", "state");
            return CanWrite(state)
                ? Path.Combine(state, "cobuilding")
                : Path.Combine(Path.GetTempPath(), "cobuilding-" + Environment.UserName);
        }
    }

    /// <summary>Makes the cluster and its roles when they are not there, and returns when the server answers.</summary>
    /// <param name="dataFolder">A folder of the portal's own: on a root's machine it is given to PostgreSQL's account.</param>
    /// <param name="say">Called with a message, in English, before long steps.</param>
    /// <param name="ct">Cancels the start; a server already started is stopped or joined by the next start.</param>
    /// <exception cref="PostgresMissing">This machine has no suitable server programs.</exception>
    /// <exception cref="InvalidOperationException">The folder or the server is unsuitable; the message says why.</exception>
    public static async Task<LocalPostgres> StartAsync(string dataFolder, CancellationToken ct = default, Action<string>? say = null)
    {
        say ??= _ => { };
        dataFolder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(dataFolder));
        var cluster = new PostgresCluster(dataFolder, PostgresBinaries.Find(dataFolder));
        Claim(dataFolder);
        using var turn = await LockFolderAsync(dataFolder, ct);
        var use = Lock(dataFolder, "use.lock", FileShare.ReadWrite);
        try
        {
            await cluster.MakeAsync(say, ct);
            var socketFolder = await cluster.ServeAsync(say, ct);
            await MakeRolesAsync(PostgresCluster.Superuser(socketFolder, "postgres"), ct);
            return new LocalPostgres(dataFolder, cluster, socketFolder, use);
        }
        catch
        {
            use.Dispose();
            throw;
        }
    }

    /// <summary>The portal's own role: row-level security binds it, and it owns nothing.</summary>
    public string PortalConnection(string database) =>
        new NpgsqlConnectionStringBuilder
        {
            Host = socketFolder,
            Username = Web,
            Database = database,
            MaxPoolSize = 100,
        }.ConnectionString;

    /// <summary>The role of the migrations. Not pooled, so that a database it has just left can serve as a template.</summary>
    public string OwnerConnection(string database) =>
        new NpgsqlConnectionStringBuilder
        {
            Host = socketFolder,
            Username = Owner,
            Database = database,
            Pooling = false,
        }.ConnectionString;

    /// <summary>Bypasses row-level security: for creating databases, and for tests that inspect all districts.</summary>
    public string SuperuserConnection(string database = "postgres") => PostgresCluster.Superuser(socketFolder, database);

    /// <summary>Creates the database, or repairs its privileges; tables and their privileges are created by the migrations.</summary>
    /// <param name="database">Lower-case letters, digits and underscores.</param>
    /// <param name="ct">Cancels it; the next call continues from there.</param>
    /// <param name="template">A database to copy, to which nobody may be connected.</param>
    public async Task EnsureDatabaseAsync(string database, CancellationToken ct = default, string? template = null)
    {
        foreach (var name in new[] { database, template ?? "template0" })
            if (!PlainName().IsMatch(name))
                throw new ArgumentException($"\"{name}\" is no name for a database.", nameof(database));

        await using var server = new NpgsqlConnection(SuperuserConnection());
        await server.OpenAsync(ct);
        // Two callers for one name wait for each other; the lock ends with the connection.
        await ExecuteAsync(server, $"SELECT pg_advisory_lock(hashtext('{database}'))", ct);
        await using var look = new NpgsqlCommand($"SELECT 1 FROM pg_database WHERE datname = '{database}'", server);
        if (await look.ExecuteScalarAsync(ct) is null)
            await ExecuteAsync(server, $"CREATE DATABASE {database} OWNER {Owner} TEMPLATE {template ?? "template0"}", ct);

        await using var inside = new NpgsqlConnection(SuperuserConnection(database));
        await inside.OpenAsync(ct);
        await ExecuteAsync(
            inside,
            $"""
            CREATE EXTENSION IF NOT EXISTS btree_gist;
            REVOKE ALL ON DATABASE {database} FROM PUBLIC;
            REVOKE CREATE ON SCHEMA public FROM PUBLIC;
            GRANT CONNECT ON DATABASE {database} TO {Web};
            GRANT USAGE ON SCHEMA public TO {Web};
            """,
            ct
        );
    }

    /// <summary>
    /// Monitors the server until canceled and restarts it after a crash, for example due to a full disk, once possible. Connections
    /// use the same address.
    /// </summary>
    /// <param name="say">Called once after a crash and once when it serves again, with a message in English.</param>
    /// <param name="ct">Ends the monitoring, before <see cref="DisposeAsync"/>; the server keeps running.</param>
    public async Task KeepServingAsync(Action<string> say, CancellationToken ct)
    {
        var isKnown = false;
        while (true)
        {
            await Task.Delay(LookEvery, ct);
            if (cluster.IsAlive())
                continue;
            if (!isKnown)
                say("The embedded database has died; it is started again as soon as it can be.");
            isKnown = true;
            try
            {
                using var turn = await LockFolderAsync(dataFolder, ct);
                await cluster.ServeAsync(_ => { }, ct);
                say("The embedded database serves again.");
                isKnown = false;
            }
            catch (Exception failure) when (failure is InvalidOperationException or IOException)
            {
                // Reported once above; the server's log has the reason.
            }
        }
    }

    /// <summary>Stops the server, unless another process or instance still uses it.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref disposed, 1) != 0)
            return;
        using var turn = await LockFolderAsync(dataFolder, CancellationToken.None);
        use.Dispose();
        try
        {
            using var alone = Lock(dataFolder, "use.lock", FileShare.None);
            await cluster.StopAsync(CancellationToken.None);
        }
        catch (IOException)
        {
            // Others still use it; the last of them stops it.
        }
    }

    private static void Claim(string folder)
    {
        if (OperatingSystem.IsWindows())
            throw new PlatformNotSupportedException(
                "The embedded PostgreSQL needs Linux. Use a database of your own: set ConnectionStrings__Portal "
                    + "and ConnectionStrings__Owner."
            );
        try
        {
            Directory.CreateDirectory(folder);
            if (
                !File.Exists(Path.Combine(folder, "start.lock"))
                && Directory.EnumerateFileSystemEntries(folder).Any(entry => Path.GetFileName(entry) != "tools")
            )
                throw new InvalidOperationException($"{folder} holds other things: name an empty or a new folder in COBUILDING_DATA.");
            File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
        catch (UnauthorizedAccessException refused)
        {
            throw new InvalidOperationException(
                $"{folder} belongs to another account: name a folder of your own in COBUILDING_DATA.",
                refused
            );
        }
    }

    /// <summary>Starting and stopping happen one at a time, across processes.</summary>
    private static async Task<FileStream> LockFolderAsync(string folder, CancellationToken ct)
    {
        var begun = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                return Lock(folder, "start.lock", FileShare.None);
            }
            catch (IOException) when (Stopwatch.GetElapsedTime(begun) < TimeSpan.FromMinutes(2))
            {
                await Task.Delay(50, ct);
            }
        }
    }

    /// <summary>Shared unless <see cref="FileShare.None"/>; the kernel releases it when the process ends for any reason.</summary>
    private static FileStream Lock(string folder, string name, FileShare share) =>
        new(Path.Combine(folder, name), FileMode.OpenOrCreate, FileAccess.ReadWrite, share);

    private static async Task MakeRolesAsync(string superuser, CancellationToken ct)
    {
        using var file = new StreamReader(typeof(LocalPostgres).Assembly.GetManifestResourceStream("roles.sql")!);
        await using var connection = new NpgsqlConnection(superuser);
        await connection.OpenAsync(ct);
        await ExecuteAsync(connection, await file.ReadToEndAsync(ct), ct);
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Whether the folder, or the nearest one above it that exists, may be written to.</summary>
    private static bool CanWrite(string folder)
    {
        while (!Directory.Exists(folder))
        {
            if (Path.GetDirectoryName(folder) is not { Length: > 0 } parent)
                return false;
            folder = parent;
        }
        try
        {
            // Tries to create a file, because file modes and mounts are not conclusive.
            using var trial = new FileStream(
                Path.Combine(folder, Path.GetRandomFileName()),
                new FileStreamOptions
                {
                    Mode = FileMode.CreateNew,
                    Access = FileAccess.Write,
                    Options = FileOptions.DeleteOnClose,
                }
            );
            return true;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    [GeneratedRegex("^[a-z_][a-z0-9_]{0,62}$")]
    private static partial Regex PlainName();
}
