using System.Diagnostics;
using System.Runtime.InteropServices;

namespace CoBuilding.Documents.Reading;

/// <summary>How much of the processor's time another process may use; beyond it the system ends that process.</summary>
internal static partial class ProcessorLimit
{
    /// <summary>How such a process is said to have ended.</summary>
    public const int ExitCode = 128 + 24;

    private const int OfProcessorTime = 0;
    private const ulong None = ulong.MaxValue;

    [StructLayout(LayoutKind.Sequential)]
    private struct Limit
    {
        public ulong Soft;
        public ulong Hard;
    }

    /// <summary>So many seconds more than it has used by now.</summary>
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
