using CoBuilding.Data;
using Microsoft.AspNetCore.DataProtection;

namespace CoBuilding.Web.Start;

/// <summary>The keys that protect cookies and forms: in a folder, so that they survive a restart.</summary>
public static class DataProtectionSetup
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <exception cref="CannotStart">With an external database, Production must name the folder.</exception>
    public static void UseKeyFolder(this WebApplicationBuilder builder, PortalConnections database)
    {
        var named = builder.Configuration["Keys:Folder"];
        if (named is null && !database.IsEmbedded && builder.Environment.IsProduction())
            throw new CannotStart("Set Keys__Folder to a folder of the portal's own: the keys of its cookies are kept there.");
        var folder = named ?? Path.Combine(LocalPostgres.DefaultFolder, "keys");
        try
        {
            if (OperatingSystem.IsWindows())
                Directory.CreateDirectory(folder);
            else
                Directory.CreateDirectory(folder, OwnerOnly);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new CannotStart($"The folder of the keys cannot be made: {refused.Message}", refused);
        }
        builder.Services.AddDataProtection().SetApplicationName("CoBuilding").PersistKeysToFileSystem(new DirectoryInfo(folder));
    }
}
