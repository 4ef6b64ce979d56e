using System.ComponentModel;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Npgsql;

namespace CoBuilding.Data;

/// <summary>
/// The files and processes of one embedded cluster. PostgreSQL refuses to run as root: there it runs under an account of its own, which
/// then owns the files. Whoever calls holds the data folder's start lock.
/// </summary>
internal sealed partial class PostgresCluster(string dataFolder, string bin)
{
    private const int LongestSocketPath = 107;

    private static readonly TimeSpan AnswerDeadline = TimeSpan.FromSeconds(30);

    private readonly int version = PostgresBinaries.Version(bin);

    /// <summary>The account the server runs under, or null for our own.</summary>
    private readonly string? account =
        !Environment.IsPrivilegedProcess ? null
        : File.ReadLines("/etc/passwd").Any(line => line.StartsWith("postgres:", StringComparison.Ordinal)) ? "postgres"
        : "nobody";

    private string Folder => Path.Combine(dataFolder, $"postgres-{version}");
    private string LogFile => Folder + ".log";
    private string PidFile => Path.Combine(Folder, "postmaster.pid");

    /// <summary>The socket folder after the first start; reused after a restart, since connections refer to it.</summary>
    private string? socketFolder;

    /// <summary>Contained in the command line of every process of this cluster, and of no other.</summary>
    private string Mark => "cobuilding-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Folder)))[..16];

    public static string Superuser(string socketFolder, string database) =>
        new NpgsqlConnectionStringBuilder
        {
            Host = socketFolder,
            Username = "postgres",
            Database = database,
            Pooling = false,
            Timeout = 3,
        }.ConnectionString;

    /// <summary>Creates the cluster if missing, and leaves nothing incomplete when canceled.</summary>
    public async Task MakeAsync(Action<string> say, CancellationToken ct)
    {
        await GiveToAccountAsync(dataFolder, recursive: false, ct);
        if (account is not null && (await RunAsync("/usr/bin/test", ["-x", dataFolder], ct)).Code != 0)
            throw new InvalidOperationException(
                $"PostgreSQL runs as \"{account}\" here, "
                    + $"and that account may not enter {dataFolder}. Name another folder in COBUILDING_DATA."
            );
        if (File.Exists(Path.Combine(Folder, "PG_VERSION")))
        {
            await GiveToAccountAsync(Folder, recursive: true, ct);
            return;
        }

        var older = Directory
            .GetDirectories(dataFolder, "postgres-*")
            .FirstOrDefault(other => File.Exists(Path.Combine(other, "PG_VERSION")));
        if (older is not null)
            say($"The data in {older} stay there: they belong to another version of PostgreSQL than {version}, in {bin}.");
        say($"Making a PostgreSQL {version} cluster in {Folder}");
        RemoveHalfMade();
        var fresh = Path.Combine(dataFolder, "new-" + Path.GetRandomFileName());
        await DemandAsync(
            "initdb",
            ["-D", fresh, "-U", "postgres", "--auth=trust", "--locale=C.UTF-8", "--encoding=UTF8", "--data-checksums"],
            ct
        );
        // Anyone who can enter the socket's folder (mode 0700) can also read the data files, so a password adds no protection.
        await File.WriteAllTextAsync(Path.Combine(fresh, "pg_hba.conf"), "local all all trust\n", ct);
        Directory.Move(fresh, Folder);
    }

    /// <summary>Joins a server left running by a killed portal, or starts one; returns the socket's folder.</summary>
    public async Task<string> ServeAsync(Action<string> say, CancellationToken ct)
    {
        if (await JoinAsync(ct) is { } serving)
        {
            say($"PostgreSQL {version} already serves {Folder}");
            return socketFolder = serving;
        }

        RemoveRemains();
        var socket = socketFolder ??= await MakeSocketFolderAsync(ct);
        string[] settings =
        [
            "listen_addresses=",
            "port=5432",
            $"unix_socket_directories={socket}",
            "unix_socket_permissions=0700",
            "max_connections=200",
            $"cluster_name={Mark}",
            // Error details quote rows, and the log must not contain names or phone numbers.
            "log_error_verbosity=terse",
        ];
        await DemandAsync(
            "pg_ctl",
            ["start", "-w", "-t", "60", "-D", Folder, "-l", LogFile, "-o", string.Join(' ', settings.Select(s => $"-c {s}"))],
            ct
        );
        return socket;
    }

    public async Task StopAsync(CancellationToken ct)
    {
        if (!IsAlive())
            return;
        var socket = SocketFolder();
        await DemandAsync("pg_ctl", ["stop", "-m", "fast", "-w", "-t", "60", "-D", Folder], ct);
        if (socket is not null && !socket.StartsWith(dataFolder, StringComparison.Ordinal) && Directory.Exists(socket))
            Directory.Delete(socket);
    }

    /// <summary>
    /// Waits while any process of the cluster runs: it either answers or exits. The pid file alone is not conclusive: its number may have
    /// been reused or belong to a zombie process.
    /// </summary>
    private async Task<string?> JoinAsync(CancellationToken ct)
    {
        var begun = Stopwatch.GetTimestamp();
        while (IsAlive())
        {
            if (SocketFolder() is { } socket && await AnswersAsync(socket, ct))
                return socket;
            if (Stopwatch.GetElapsedTime(begun) > AnswerDeadline)
                throw new InvalidOperationException($"A PostgreSQL server runs on {Folder} but does not answer. Its log is {LogFile}.");
            await Task.Delay(100, ct);
        }
        return null;
    }

    public bool IsAlive()
    {
        var pidFile = TextOf(PidFile);
        return Directory
            .EnumerateDirectories("/proc")
            .Where(path => char.IsAsciiDigit(Path.GetFileName(path)[0]))
            .Any(process => BearsMark(process) || (pidFile is not null && StandsHere(process, pidFile)));
    }

    private bool BearsMark(string process) => TextOf(Path.Combine(process, "cmdline"))?.Contains(Mark, StringComparison.Ordinal) == true;

    /// <summary>
    /// A server started manually, or through a link or a mount, has another mark or none; but its processes have the folder, under
    /// any name, as working directory, and our pid file is there.
    /// </summary>
    private static bool StandsHere(string process, string pidFile) =>
        TextOf(Path.Combine(process, "comm"))?.TrimEnd() == "postgres" && TextOf(Path.Combine(process, "cwd", "postmaster.pid")) == pidFile;

    private static string? TextOf(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private string? SocketFolder() => TextOf(PidFile)?.Split('\n') is [_, _, _, _, { Length: > 0 } socket, ..] ? socket : null;

    private static async Task<bool> AnswersAsync(string socket, CancellationToken ct)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(ct);
        deadline.CancelAfter(TimeSpan.FromSeconds(3));
        try
        {
            await using var connection = new NpgsqlConnection(Superuser(socket, "postgres"));
            await connection.OpenAsync(deadline.Token);
            return true;
        }
        catch (Exception refused)
            when (refused is NpgsqlException or TimeoutException || (refused is OperationCanceledException && !ct.IsCancellationRequested))
        {
            return false;
        }
    }

    private void RemoveHalfMade()
    {
        foreach (var halfMade in Directory.GetDirectories(dataFolder, "new-*"))
        {
            try
            {
                Directory.Delete(halfMade, recursive: true);
            }
            catch (IOException)
            {
                // The initdb of a killed portal may still write here; a later start removes it.
            }
        }
    }

    /// <summary>
    /// PostgreSQL treats a lock file as valid while its pid belongs to any process of the same account. No process of this cluster is
    /// running, so both lock files are stale.
    /// </summary>
    private void RemoveRemains()
    {
        if (SocketFolder() is { } socket && Directory.Exists(socket))
            foreach (var remains in Directory.GetFiles(socket, ".s.PGSQL.*"))
                File.Delete(remains);
        File.Delete(PidFile);
    }

    private async Task<string> MakeSocketFolderAsync(CancellationToken ct)
    {
        var socket = Path.Combine(dataFolder, "run");
        // The folder's name is used in a shell command and a comma-separated list.
        if (socket.Length + "/.s.PGSQL.5432".Length > LongestSocketPath || !PlainPath().IsMatch(socket))
            socket = Directory.CreateTempSubdirectory("cobuilding-").FullName;
        else
            Directory.CreateDirectory(socket);
        await GiveToAccountAsync(socket, recursive: true, ct);
        return socket;
    }

    private async Task GiveToAccountAsync(string folder, bool recursive, CancellationToken ct)
    {
        if (account is null)
            return;
        using var chown = Process.Start("chown", [.. recursive ? ["-R"] : Array.Empty<string>(), $"{account}:", folder]);
        await chown.WaitForExitAsync(ct);
        if (chown.ExitCode != 0)
            throw new InvalidOperationException($"{folder} could not be given to the account \"{account}\".");
    }

    private async Task DemandAsync(string program, string[] arguments, CancellationToken ct)
    {
        var (code, output) = await RunAsync(Path.Combine(bin, program), arguments, ct);
        if (code == 0)
            return;
        var log = File.Exists(LogFile) ? string.Join('\n', File.ReadLines(LogFile).TakeLast(10)) : "";
        throw new InvalidOperationException($"{program} failed with exit code {code}.\n{output}\n{log}".TrimEnd());
    }

    private async Task<(int Code, string Output)> RunAsync(string path, string[] arguments, CancellationToken ct)
    {
        var start = new ProcessStartInfo(path, arguments)
        {
            UserName = account ?? "",
            WorkingDirectory = "/",
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var steering in start.Environment.Keys.Where(name => name.StartsWith("PG", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(steering);
        start.Environment["LC_ALL"] = "C.UTF-8";
        try
        {
            using var process = Process.Start(start)!;
            process.StandardInput.Close();
            var (output, errors) = (process.StandardOutput.ReadToEndAsync(ct), process.StandardError.ReadToEndAsync(ct));
            await process.WaitForExitAsync(ct);
            return (process.ExitCode, (await output + await errors).Trim());
        }
        catch (Win32Exception refused)
        {
            throw new InvalidOperationException(
                $"{path} could not be run{(account is null ? "" : $" as \"{account}\"")}: {refused.Message}",
                refused
            );
        }
    }

    [GeneratedRegex("^[A-Za-z0-9/._-]+$")]
    private static partial Regex PlainPath();
}
