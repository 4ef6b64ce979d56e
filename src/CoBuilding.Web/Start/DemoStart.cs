using System.Globalization;
using CoBuilding.Demo;

namespace CoBuilding.Web.Start;

/// <summary>In Development, on the embedded database alone: founds the demo and says how to enter it.</summary>
internal static class DemoStart
{
    /// <summary>Returns the path of a fresh phone link; null where there is no demo.</summary>
    public static async Task<string?> CreateAsync(WebApplication app, PortalConnections database)
    {
        if (!app.Environment.IsDevelopment() || !database.IsEmbedded) return null;
        var clock = app.Services.GetRequiredService<TimeProvider>();
        await CreateDemo.RunAsync(database.Portal, database.Owner!, clock, Console.WriteLine, CancellationToken.None);
        await CreateDemo.RefreshAsync(database.Portal, clock, Console.WriteLine, CancellationToken.None);
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        Console.WriteLine($"Accounts in every district, password {CreateDemo.Password}:");
        foreach (var account in CreateDemo.Accounts) Console.WriteLine($"  {account.Login,-10} {account.Role}");
        return await CreateDemo.FreshPhoneLinkAsync(database.Portal, clock, CancellationToken.None);
    }
}
