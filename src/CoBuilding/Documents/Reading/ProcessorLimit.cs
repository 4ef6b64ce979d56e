using System.Diagnostics;
using System.Runtime.InteropServices;

namespace CoBuilding.Documents.Reading;

/// <summary>Limits the CPU time of another process; the system ends the process beyond it.</summary>
internal static partial class ProcessorLimit
{
    /// <summary>The exit code of such a process.</summary>
    public const int ExitCode = 128 + 24;

    private const int OfProcessorTime = 0;
    private const ulong None = ulong.MaxValue;

    [StructLayout(LayoutKind.Sequential)]
    private struct Limit
    {
        public ulong Soft;
        public ulong Hard;
    }

    /// <summary>Adds this many seconds to the CPU time used so far.</summary>
    /// <exception cref="InvalidOperationException">The process has ended, or the system does not allow it.</exception>
    public static void Raise(Process process, int seconds)
    {
        var limit = new Limit { Soft = (ulong)Math.Ceiling(process.TotalProcessorTime.TotalSeconds) + (ulong)seconds, Hard = None };
        if (Set(process.Id, OfProcessorTime, limit, 0) != 0)
            throw new InvalidOperationException($"The reader's time cannot be limited: error {Marshal.GetLastPInvokeError()}.");
    }

    [LibraryImport("libc", EntryPoint = "prlimit", SetLastError = true)]
    private static partial int Set(int process, int resource, in Limit limit, nint old);
}
