using System.Globalization;
using CoBuilding.Demo;

namespace CoBuilding.Web.Start;

/// <summary>In Development, on the embedded database alone: founds the demo and says how to enter it.</summary>
internal static class DemoStart
{
    /// <summary>Returns the path of a fresh phone link; null where there is no demo.</summary>
    public static async Task<string?> FoundAsync(WebApplication app, PortalConnections database)
    {
        if (!app.Environment.IsDevelopment() || !database.IsEmbedded) return null;
        var clock = app.Services.GetRequiredService<TimeProvider>();
        await FoundDemo.RunAsync(database.Portal, database.Owner!, clock, Console.WriteLine, CancellationToken.None);
        await FoundDemo.RefreshAsync(database.Portal, clock, Console.WriteLine, CancellationToken.None);
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        Console.WriteLine($"Accounts in every district, password {FoundDemo.Password}:");
        foreach (var account in FoundDemo.Accounts) Console.WriteLine($"  {account.Login,-10} {account.Role}");
        return await FoundDemo.FreshPhoneLinkAsync(database.Portal, clock, CancellationToken.None);
    }
}
