using System.Collections.Concurrent;
using System.Runtime.InteropServices;

namespace CoBuilding.Benchmarks;

/// <summary>What a run must not leave running when it is cut short: by its own limit, or by whoever ends it (SIGTERM).</summary>
internal static class AtExit
{
    private static readonly ConcurrentDictionary<object, Action> Open = new();

    // The runtime by itself just ends when it is told to.
    private static readonly PosixSignalRegistration[] Signals =
    [
        .. new[] { PosixSignal.SIGTERM, PosixSignal.SIGINT, PosixSignal.SIGHUP }.Select(s =>
            PosixSignalRegistration.Create(
                s,
                told =>
                {
                    told.Cancel = true;
                    Environment.Exit(128 + 15);
                }
            )
        ),
    ];

    static AtExit() =>
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            GC.KeepAlive(Signals);
            foreach (var end in Open.Values)
            {
                try
                {
                    end();
                }
                catch (Exception failure)
                {
                    Console.Error.WriteLine(failure.Message);
                }
            }
        };

    public static void End(object owner, Action end) => Open[owner] = end;

    public static void Forget(object owner) => Open.TryRemove(owner, out _);
}
