using System.Globalization;
using CoBuilding.Reader.Protocol;

namespace CoBuilding.Reader.Confinement;

/// <summary>
/// Restrictions that the reader applies to itself before it reads a byte. The portal raises the CPU time limit for each file.
/// </summary>
internal static class SelfConfinement
{
    private const int LowestPriority = 19;
    private const int MostProcessors = 1024;

    /// <summary>Nice value of the session: about a tenth of a usual CPU share; with the lowest, a busy machine would never read.</summary>
    private const int LowShare = 10;

    /// <summary>Applies if the scheduler groups by session first and by priority within a session (autogroup).</summary>
    private const string OwnShare = "/proc/self/autogroup";

    /// <returns>The restrictions that the system did not allow.</returns>
    public static IReadOnlyList<Protection> Enter() =>
        [
            .. new (Protection Protection, Func<bool> Enter)[]
            {
                (Protection.LowestPriority, () => LowerPriority() && LeaveProcessors() && LowerShare()),
                (Protection.NoCoreFile, () => Limit(Native.LimitOfCoreFile, 0)),
                (Protection.AddressSpaceLimit, LimitAddressSpace),
                (Protection.SystemCallFilter, SystemCallFilter.Set),
            }
                .Where(p => !Allowed(p.Enter))
                .Select(p => p.Protection),
        ];

    private static bool Allowed(Func<bool> enter)
    {
        try
        {
            return OperatingSystem.IsLinux() && enter();
        }
        catch (Exception unknown)
            when (unknown is EntryPointNotFoundException or DllNotFoundException or IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static bool LowerPriority() =>
        Threads().All(thread => Native.SetPriority(Native.PriorityOfThread, thread, LowestPriority) == 0);

    /// <summary>Half of the processors are not used by readers, to reduce the delay of other requests.</summary>
    private static bool LeaveProcessors()
    {
        var allowed = new byte[MostProcessors / 8];
        if (Native.GetProcessors(0, (nuint)allowed.Length, allowed) < 0)
            return false;
        var processors = Enumerable.Range(0, MostProcessors).Where(n => (allowed[n / 8] & (1 << (n % 8))) != 0).ToList();
        var own = new byte[allowed.Length];
        foreach (var n in processors.Skip(processors.Count / 2))
            own[n / 8] |= (byte)(1 << (n % 8));
        return Threads().All(thread => Native.SetProcessors(thread, (nuint)own.Length, own) == 0);
    }

    /// <summary>The existing threads; new threads inherit the setting.</summary>
    private static IEnumerable<int> Threads() =>
        Directory.GetDirectories("/proc/self/task").Select(thread => int.Parse(Path.GetFileName(thread), CultureInfo.InvariantCulture));

    /// <summary>Priorities apply within a session only; in the portal's session the reader would use the portal's share.</summary>
    private static bool LowerShare()
    {
        if (!File.Exists(OwnShare) || Native.BeginSession() < 0)
            return true;
        for (var tries = 0; ; tries++)
        {
            try
            {
                File.WriteAllText(OwnShare, LowShare.ToString(CultureInfo.InvariantCulture));
                return true;
            }
            catch (IOException) when (tries < 5)
            {
                // The system accepts ten such changes per second over all processes.
                Thread.Sleep(100);
            }
        }
    }

    private static bool LimitAddressSpace() =>
        ulong.TryParse(
            Environment.GetEnvironmentVariable(ReaderEnvironment.AddressSpace),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var bytes
        ) && Limit(Native.LimitOfAddressSpace, bytes);

    private static bool Limit(int resource, ulong most) => Native.SetLimit(resource, new Native.Limit { Soft = most, Hard = most }) == 0;
}
