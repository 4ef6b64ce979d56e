using CoBuilding.Access;
using Microsoft.AspNetCore.DataProtection;

namespace CoBuilding.Web.Start;

/// <summary>
/// The keys that protect cookies and forms, and the one that hashes sent forms: in a folder, so that they survive a restart.
/// </summary>
public static class DataProtectionSetup
{
    /// <returns>The key of sent forms.</returns>
    /// <exception cref="CannotStart">With an external database, Production must name the folder.</exception>
    public static FormKey UseKeyFolder(this WebApplicationBuilder builder, PortalConnections database)
    {
        var named = builder.Configuration["Keys:Folder"];
        if (named is null && !database.IsEmbedded && builder.Environment.IsProduction())
            throw new CannotStart("Set Keys__Folder to a folder of the portal's own: the keys of its cookies are kept there.");
        try
        {
            var folder = KeyFolder.Make(named ?? KeyFolder.BesideData);
            builder.Services.AddDataProtection().SetApplicationName("CoBuilding").PersistKeysToFileSystem(folder);
            return FormKey.Open(folder.FullName);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new CannotStart($"The folder of the keys cannot be used: {refused.Message}", refused);
        }
    }
}
