using System.Runtime.InteropServices;

namespace CoBuilding.Reader.Confinement;

/// <summary>Linux system calls.</summary>
internal static unsafe partial class Native
{
    [StructLayout(LayoutKind.Sequential)]
    internal struct Limit
    {
        public ulong Soft;
        public ulong Hard;
    }

    /// <summary>One instruction of a packet filter.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal struct FilterStep(ushort code, byte ifTrue, byte ifFalse, uint value)
    {
        public ushort Code = code;
        public byte IfTrue = ifTrue;
        public byte IfFalse = ifFalse;
        public uint Value = value;
    }

    [StructLayout(LayoutKind.Sequential)]
    internal struct Filter
    {
        public ushort Length;
        public FilterStep* Steps;
    }

    public const int LimitOfCoreFile = 4;
    public const int LimitOfAddressSpace = 9;
    public const int PriorityOfThread = 0;
    public const int SetNoNewPrivileges = 38;

    [LibraryImport("libc", EntryPoint = "setrlimit", SetLastError = true)]
    internal static partial int SetLimit(int resource, in Limit limit);

    /// <returns>Negative if the process is already a group leader.</returns>
    [LibraryImport("libc", EntryPoint = "setsid", SetLastError = true)]
    public static partial int BeginSession();

    [LibraryImport("libc", EntryPoint = "setpriority", SetLastError = true)]
    internal static partial int SetPriority(int which, int id, int priority);

    /// <param name="processors">A bit mask.</param>
    [LibraryImport("libc", EntryPoint = "sched_setaffinity", SetLastError = true)]
    internal static partial int SetProcessors(int thread, nuint length, byte[] processors);

    /// <inheritdoc cref="SetProcessors"/>
    [LibraryImport("libc", EntryPoint = "sched_getaffinity", SetLastError = true)]
    internal static partial int GetProcessors(int thread, nuint length, byte[] processors);

    [LibraryImport("libc", EntryPoint = "prctl", SetLastError = true)]
    internal static partial int Control(int option, nuint value, nuint zero1, nuint zero2, nuint zero3);

    [LibraryImport("libc", EntryPoint = "syscall", SetLastError = true)]
    internal static partial nint Call(nint number, nuint first, nuint second, nuint third);
}
