using CoBuilding.Data;

namespace CoBuilding.Access;

/// <summary>The folder of the portal's keys.</summary>
public static class KeyFolder
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Beside the data of the embedded server.</summary>
    public static string BesideData => Path.Combine(LocalPostgres.DefaultFolder, "keys");

    /// <summary>Makes it for the portal's own account alone, where it is not there yet.</summary>
    public static DirectoryInfo Make(string path) =>
        OperatingSystem.IsWindows() ? Directory.CreateDirectory(path) : Directory.CreateDirectory(path, OwnerOnly);
}
