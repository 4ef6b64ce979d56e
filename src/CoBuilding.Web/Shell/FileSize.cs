using System.Globalization;

namespace CoBuilding.Web.Shell;

/// <summary>A file size for display.</summary>
public static class FileSize
{
    public static string Of(int bytes) =>
        bytes < 1024 * 1024
            ? string.Create(CultureInfo.InvariantCulture, $"{Math.Max(1, bytes / 1024)} KB")
            : string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0 / 1024.0:0.0} MB");
}
