using System.ComponentModel;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Npgsql;

namespace CoBuilding.Data;

/// <summary>
/// The files and processes of one embedded cluster. PostgreSQL refuses to run as root: there it runs under an account
/// of its own, which then owns the files. Whoever calls holds the data folder's start lock.
/// </summary>
internal sealed partial class PostgresCluster(string dataFolder, string bin)
{
    private const int LongestSocketPath = 107;

    private static readonly TimeSpan AnswerDeadline = TimeSpan.FromSeconds(30);

    private readonly int version = PostgresBinaries.Version(bin);

    /// <summary>The account the server runs under, or null for our own.</summary>
    private readonly string? account = !Environment.IsPrivilegedProcess ? null
        : File.ReadLines("/etc/passwd").Any(line => line.StartsWith("postgres:", StringComparison.Ordinal)) ? "postgres" : "nobody";

    private string Folder => Path.Combine(dataFolder, $"postgres-{version}");
    private string LogFile => Folder + ".log";
    private string PidFile => Path.Combine(Folder, "postmaster.pid");

    /// <summary>Where the server listens, once it has served: started again it listens there, since connections name the place.</summary>
    private string? socketFolder;

    /// <summary>Stands in the command line of every process of this cluster, and of no other's.</summary>
    private string Mark => "cobuilding-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Folder)))[..16];

    public static string Superuser(string socketFolder, string database) => new NpgsqlConnectionStringBuilder
    {
        Host = socketFolder,
        Username = "postgres",
        Database = database,
        Pooling = false,
        Timeout = 3,
    }.ConnectionString;

    /// <summary>Makes the cluster unless it is there, and leaves nothing half made behind when it is cut short.</summary>
    public async Task MakeAsync(Action<string> say, CancellationToken ct)
    {
        await GiveToAccountAsync(dataFolder, recursive: false, ct);
        if (account is not null && (await RunAsync("/usr/bin/test", ["-x", dataFolder], ct)).Code != 0)
            throw new InvalidOperationException($"PostgreSQL runs as \"{account}\" here, and that account may not enter {dataFolder}. Name another folder in COBUILDING_DATA.");
        if (File.Exists(Path.Combine(Folder, "PG_VERSION")))
        {
            await GiveToAccountAsync(Folder, recursive: true, ct);
            return;
        }

        var older = Directory.GetDirectories(dataFolder, "postgres-*").FirstOrDefault(other => File.Exists(Path.Combine(other, "PG_VERSION")));
        if (older is not null)
            say($"The data in {older} stay there: they belong to another version of PostgreSQL than {version}, in {bin}.");
        say($"Making a PostgreSQL {version} cluster in {Folder}");
        RemoveHalfMade();
        var fresh = Path.Combine(dataFolder, "new-" + Path.GetRandomFileName());
        await DemandAsync("initdb", ["-D", fresh, "-U", "postgres", "--auth=trust", "--locale=C.UTF-8", "--encoding=UTF8", "--data-checksums"], ct);
        // Who may enter the socket's folder (mode 0700) may also read the data files: a password would guard nothing.
        await File.WriteAllTextAsync(Path.Combine(fresh, "pg_hba.conf"), "local all all trust\n", ct);
        Directory.Move(fresh, Folder);
    }

    /// <summary>Joins the server that a killed portal left behind, or starts one; returns the socket's folder.</summary>
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
            "listen_addresses=", "port=5432", $"unix_socket_directories={socket}", "unix_socket_permissions=0700",
            "max_connections=200", $"cluster_name={Mark}",
            // The details of an error quote rows, and the log must hold no names and no telephone numbers.
            "log_error_verbosity=terse",
        ];
        await DemandAsync("pg_ctl", ["start", "-w", "-t", "60", "-D", Folder, "-l", LogFile, "-o", string.Join(' ', settings.Select(s => $"-c {s}"))], ct);
        return socket;
    }

    public async Task StopAsync(CancellationToken ct)
    {
        if (!Lives())
            return;
        var socket = SocketFolder();
        await DemandAsync("pg_ctl", ["stop", "-m", "fast", "-w", "-t", "60", "-D", Folder], ct);
        if (socket is not null && !socket.StartsWith(dataFolder, StringComparison.Ordinal) && Directory.Exists(socket))
            Directory.Delete(socket);
    }

    /// <summary>
    /// Waits while anything of the cluster lives: it comes up and answers, or goes down and leaves the way free. The
    /// pid file alone proves nothing: its number may belong to a stranger by now, or to a zombie nobody buried.
    /// </summary>
    private async Task<string?> JoinAsync(CancellationToken ct)
    {
        var begun = Stopwatch.GetTimestamp();
        while (Lives())
        {
            if (SocketFolder() is { } socket && await AnswersAsync(socket, ct))
                return socket;
            if (Stopwatch.GetElapsedTime(begun) > AnswerDeadline)
                throw new InvalidOperationException($"A PostgreSQL server runs on {Folder} but does not answer. Its log is {LogFile}.");
            await Task.Delay(100, ct);
        }
        return null;
    }

    public bool Lives()
    {
        var pidFile = TextOf(PidFile);
        return Directory.EnumerateDirectories("/proc").Where(path => char.IsAsciiDigit(Path.GetFileName(path)[0]))
            .Any(process => BearsMark(process) || (pidFile is not null && StandsHere(process, pidFile)));
    }

    private bool BearsMark(string process) => TextOf(Path.Combine(process, "cmdline"))?.Contains(Mark, StringComparison.Ordinal) == true;

    /// <summary>
    /// A server that was started by hand, or by way of a link or a mount, bears another mark or none: but its processes stand in the folder, under
    /// whatever name, and find our pid file there.
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
        catch (Exception refused) when (refused is NpgsqlException or TimeoutException || (refused is OperationCanceledException && !ct.IsCancellationRequested))
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
                // The initdb of a portal that was killed meanwhile still writes here; a later start clears it away.
            }
        }
    }

    /// <summary>
    /// PostgreSQL takes a lock file for valid while its number belongs to any process of the same account. Nothing of
    /// this cluster lives any more, so both lock files are a dead server's.
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
        // The folder's name passes through a shell and a list separated by commas.
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
            throw new InvalidOperationException($"{path} could not be run{(account is null ? "" : $" as \"{account}\"")}: {refused.Message}", refused);
        }
    }

    [GeneratedRegex("^[A-Za-z0-9/._-]+$")]
    private static partial Regex PlainPath();
}
