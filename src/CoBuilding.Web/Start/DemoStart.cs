using System.Globalization;
using CoBuilding.Demo;
using CoBuilding.Places.Districts;

namespace CoBuilding.Web.Start;

/// <summary>
/// In Development, on the embedded database alone: creates the demo's first district and says how to enter it, before the portal serves;
/// and creates the others behind it.
/// </summary>
internal sealed class DemoStart(DistrictList districts, TimeProvider clock, ILogger<DemoStart> log) : BackgroundService
{
    private Func<CancellationToken, Task>? others;

    /// <summary>What becomes of the other districts; null when there is nothing to be said.</summary>
    public DemoProgress? Progress { get; private set; }

    /// <summary>Returns the path of a fresh phone link; null where there is no demo.</summary>
    public async Task<string?> FoundFirstAsync(IHostEnvironment environment, PortalConnections database)
    {
        if (!environment.IsDevelopment() || !database.IsEmbedded)
            return null;
        await CreateDemo.RunFirstAsync(database.Portal, database.Owner!, clock, Console.WriteLine, CancellationToken.None);
        await CreateDemo.RefreshAsync(database.Portal, clock, Console.WriteLine, CancellationToken.None);
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        Console.WriteLine($"Accounts in every district, password {CreateDemo.Password}:");
        foreach (var account in CreateDemo.Accounts)
            Console.WriteLine($"  {account.Login, -10} {account.Role}");
        var known = await districts.AllAsync(CancellationToken.None);
        if (CreateDemo.Slugs.Except(known.Select(d => d.Slug)).Any())
            FoundBehind(ct => CreateDemo.RunAsync(database.Portal, database.Owner!, clock, Console.WriteLine, ct));
        return await CreateDemo.FreshPhoneLinkAsync(database.Portal, clock, CancellationToken.None);
    }

    /// <summary>Before the portal serves: what is to be done once it does.</summary>
    internal void FoundBehind(Func<CancellationToken, Task> found) => (others, Progress) = (found, DemoProgress.Preparing);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (others is null)
            return;
        try
        {
            await others(stoppingToken);
            Progress = null;
        }
        catch (Exception) when (stoppingToken.IsCancellationRequested)
        {
            // The next start creates them; nobody sees a part of one.
        }
        catch (Exception failure)
        {
            // What stands is served all the same.
            log.LogError(failure, "The demo's other districts could not be created; the next start goes on with them");
            Progress = DemoProgress.Failed;
        }
    }
}
