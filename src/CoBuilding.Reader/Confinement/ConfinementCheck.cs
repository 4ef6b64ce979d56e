using System.Diagnostics;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace CoBuilding.Reader.Confinement;

/// <summary>For operators and tests: applies the restrictions, then tries forbidden operations from a thread started before.</summary>
internal static class ConfinementCheck
{
    /// <returns>0 if all forbidden operations fail.</returns>
    public static int Run(TextWriter output)
    {
        using var confined = new ManualResetEventSlim();
        var failed = 0;
        var thread = new Thread(() =>
        {
            confined.Wait();
            foreach (var (name, action) in Steps)
            {
                var refusal = Try(action);
                if (refusal is null)
                    failed++;
                output.WriteLine($"{name}: {(refusal is null ? "POSSIBLE" : $"refused ({refusal})")}");
            }
        });
        thread.Start();
        foreach (var missing in SelfConfinement.Enter())
            output.WriteLine($"{missing}: not allowed by the system");
        confined.Set();
        thread.Join();
        return failed == 0 ? 0 : 1;
    }

    private static IEnumerable<(string Name, Action Action)> Steps =>
        [
            ("a program", () => Process.Start("/bin/true")),
            ("a process", Fork),
            ("a socket to the network", () => new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp).Dispose()),
            ("a socket of this machine", () => new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified).Dispose()),
        ];

    private static string? Try(Action action)
    {
        try
        {
            action();
            return null;
        }
        catch (Exception refusal)
        {
            return refusal.Message;
        }
    }

    /// <summary>Uses the older system call; a child process, if created, exits at once.</summary>
    private static void Fork()
    {
        const int childEnded = 17;
        var (clone, exit) = RuntimeInformation.ProcessArchitecture is Architecture.Arm64 ? (220, 94) : (56, 231);
        if (Native.Call(clone, childEnded, 0, 0) is var child && child == 0)
            Native.Call(exit, 0, 0, 0);
        if (child < 0)
            throw new InvalidOperationException($"error {Marshal.GetLastPInvokeError()}");
    }
}
