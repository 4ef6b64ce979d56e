using System.Runtime.InteropServices;

namespace CoBuilding.Reader.Confinement;

/// <summary>
/// A seccomp filter over all threads: no new programs, no new processes, no sockets, and nothing that would get round that. Threads are
/// allowed; clone3 is reported as unknown, since a filter cannot read its flags in memory, and the runtime falls back to clone
/// instead.
/// </summary>
internal static unsafe class SystemCallFilter
{
    private const uint Allow = 0x7FFF0000,
        RefuseWith = 0x00050000,
        KillProcess = 0x80000000;
    private const uint NotPermitted = 1,
        Unknown = 38;
    private const ushort Load = 0x20,
        JumpIfEqual = 0x15,
        JumpIfAtLeast = 0x35,
        JumpIfAnyBit = 0x45,
        Return = 0x06;
    private const uint Number = 0,
        Architecture = 4,
        FirstArgument = 16;
    private const uint OfThread = 0x00010000;
    private const uint SetFilter = 1,
        AllThreads = 1;

    /// <summary>The system call numbers of one architecture.</summary>
    private sealed record Calls(
        uint Architecture,
        int Seccomp,
        uint MakeThread,
        uint MakeThread3,
        uint SignalToThread,
        uint? FirstOfOtherKind,
        uint[] Refused
    );

    public static bool Set()
    {
        if (Known() is not { } calls || Native.Control(Native.SetNoNewPrivileges, 1, 0, 0, 0) != 0)
            return false;
        var steps = Steps(calls, (uint)Environment.ProcessId);
        fixed (Native.FilterStep* first = steps)
        {
            var filter = new Native.Filter { Length = (ushort)steps.Length, Steps = first };
            return Native.Call(calls.Seccomp, SetFilter, AllThreads, (nuint)(&filter)) == 0;
        }
    }

    private static Calls? Known() =>
        RuntimeInformation.ProcessArchitecture switch
        {
            System.Runtime.InteropServices.Architecture.X64 => new(
                0xC000003E,
                Seccomp: 317,
                MakeThread: 56,
                MakeThread3: 435,
                SignalToThread: 234,
                FirstOfOtherKind: 0x40000000,
                [
                    41,
                    53, // socket, socketpair
                    57,
                    58,
                    59,
                    322, // fork, vfork, execve, execveat
                    101,
                    310,
                    311,
                    425, // ptrace, process_vm_readv, process_vm_writev, io_uring_setup
                    62,
                    200,
                    424, // kill, tkill, pidfd_send_signal
                ]
            ),
            System.Runtime.InteropServices.Architecture.Arm64 => new(
                0xC00000B7,
                Seccomp: 277,
                MakeThread: 220,
                MakeThread3: 435,
                SignalToThread: 131,
                FirstOfOtherKind: null,
                [198, 199, 221, 281, 117, 270, 271, 425, 129, 130, 424]
            ),
            _ => null,
        };

    private static Native.FilterStep[] Steps(Calls calls, uint process)
    {
        List<Native.FilterStep> steps =
        [
            new(Load, 0, 0, Architecture),
            new(JumpIfEqual, 1, 0, calls.Architecture),
            new(Return, 0, 0, KillProcess),
            new(Load, 0, 0, Number),
        ];
        if (calls.FirstOfOtherKind is { } first)
            steps.AddRange([new(JumpIfAtLeast, 0, 1, first), new(Return, 0, 0, RefuseWith | NotPermitted)]);
        foreach (var refused in calls.Refused)
            steps.AddRange([new(JumpIfEqual, 0, 1, refused), new(Return, 0, 0, RefuseWith | NotPermitted)]);
        steps.AddRange([
            new(JumpIfEqual, 0, 1, calls.MakeThread3),
            new(Return, 0, 0, RefuseWith | Unknown),
            new(JumpIfEqual, 0, 4, calls.MakeThread),
            new(Load, 0, 0, FirstArgument),
            new(JumpIfAnyBit, 0, 1, OfThread),
            new(Return, 0, 0, Allow),
            new(Return, 0, 0, RefuseWith | NotPermitted),
            // Signals only to its own threads, which the runtime needs to suspend them.
            new(JumpIfEqual, 0, 3, calls.SignalToThread),
            new(Load, 0, 0, FirstArgument),
            new(JumpIfEqual, 1, 0, process),
            new(Return, 0, 0, RefuseWith | NotPermitted),
            new(Return, 0, 0, Allow),
        ]);
        return [.. steps];
    }
}
