using System.Globalization;
using CoBuilding.Reader.Protocol;

namespace CoBuilding.Reader.Confinement;

/// <summary>What the reader takes from itself before it reads a byte. The limit on its processor's time is the portal's to raise, file by file.</summary>
internal static class Confined
{
    private const int LowestPriority = 19;

    /// <returns>What the system did not allow.</returns>
    public static IReadOnlyList<Protection> Enter() =>
    [
        .. new (Protection Protection, Func<bool> Enter)[]
        {
            (Protection.LowestPriority, LowerPriority),
            (Protection.NoCoreFile, () => Limit(Native.LimitOfCoreFile, 0)),
            (Protection.AddressSpaceLimit, LimitAddressSpace),
            (Protection.SystemCallFilter, SystemCallFilter.Set),
        }.Where(p => !Allowed(p.Enter)).Select(p => p.Protection),
    ];

    private static bool Allowed(Func<bool> enter)
    {
        try
        {
            return OperatingSystem.IsLinux() && enter();
        }
        catch (Exception unknown) when (unknown is EntryPointNotFoundException or DllNotFoundException or IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Of every thread there is; those to come have it from them.</summary>
    private static bool LowerPriority() => Directory.GetDirectories("/proc/self/task")
        .All(thread => Native.SetPriority(Native.PriorityOfThread, int.Parse(Path.GetFileName(thread), CultureInfo.InvariantCulture), LowestPriority) == 0);

    private static bool LimitAddressSpace() =>
        ulong.TryParse(Environment.GetEnvironmentVariable(ReaderEnvironment.AddressSpace), NumberStyles.None, CultureInfo.InvariantCulture, out var bytes)
        && Limit(Native.LimitOfAddressSpace, bytes);

    private static bool Limit(int resource, ulong most) => Native.SetLimit(resource, new Native.Limit { Soft = most, Hard = most }) == 0;
}
