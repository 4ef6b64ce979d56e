using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using CoBuilding.Reader.Protocol;

namespace CoBuilding.Documents.Reading;

/// <summary>Locates and starts the reader program, without any resources of the portal.</summary>
internal static partial class ReaderProgram
{
    private const int SetHandleFlags = 2,
        CloseAtStart = 1;

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "reader");

    /// <param name="arguments">None: it reads files.</param>
    /// <exception cref="System.ComponentModel.Win32Exception">It cannot be started.</exception>
    public static Process Start(ReaderSettings settings, params string[] arguments)
    {
        KeepHandles();
        var start = new ProcessStartInfo
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = "/",
        };
        // The runtime that runs the portal; a portal that brings its own runtime has a reader that does.
        var host = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "dotnet"));
        if (File.Exists(host))
        {
            start.FileName = host;
            start.ArgumentList.Add(Path.Combine(Folder, "CoBuilding.Reader.dll"));
        }
        else
            start.FileName = Path.Combine(Folder, "CoBuilding.Reader");
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        start.Environment.Clear();
        foreach (var (name, value) in Environment(settings))
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    /// <summary>Only its own limits: no connection, no key, no path.</summary>
    private static IEnumerable<(string Name, string Value)> Environment(ReaderSettings settings)
    {
        const long Megabyte = 1024 * 1024;
        yield return (ReaderEnvironment.AddressSpace, (settings.AddressSpaceMegabytes * Megabyte).ToString(CultureInfo.InvariantCulture));
        yield return ("DOTNET_GCHeapHardLimit", Hexadecimal(settings.HeapMegabytes * Megabyte));
        // Reserved at once; otherwise several times the limit is.
        yield return ("DOTNET_GCRegionRange", Hexadecimal(2 * settings.HeapMegabytes * Megabyte));
        // The diagnostics pipe would be an entry point.
        yield return ("DOTNET_EnableDiagnostics", "0");
    }

    private static string Hexadecimal(long number) => "0x" + number.ToString("X", CultureInfo.InvariantCulture);

    /// <summary>Handles inherited by this process are not passed on.</summary>
    private static void KeepHandles()
    {
        foreach (
            var handle in Directory
                .GetFiles("/proc/self/fd")
                .Select(h => int.Parse(Path.GetFileName(h), CultureInfo.InvariantCulture))
                .Where(h => h > 2)
        )
            _ = Control(handle, SetHandleFlags, CloseAtStart);
    }

    [LibraryImport("libc", EntryPoint = "fcntl", SetLastError = true)]
    private static partial int Control(int handle, int command, int value);
}
