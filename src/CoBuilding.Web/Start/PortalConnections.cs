using CoBuilding.Data;

namespace CoBuilding.Web.Start;

/// <summary>The database named by the settings, or the embedded one, which is stopped on disposal.</summary>
public sealed class PortalConnections : IAsyncDisposable
{
    private readonly LocalPostgres? embedded;
    private readonly CancellationTokenSource end = new();
    private readonly Task keeping;

    private PortalConnections(string portal, string? owner, LocalPostgres? embedded)
    {
        (Portal, Owner, this.embedded) = (portal, owner, embedded);
        keeping = embedded?.KeepServingAsync(Console.WriteLine, end.Token) ?? Task.CompletedTask;
    }

    /// <summary>The web role's connection.</summary>
    public string Portal { get; }

    /// <summary>The owner's, for migrations and the demo; null if the operator runs them.</summary>
    public string? Owner { get; }

    public bool IsEmbedded => embedded is not null;

    /// <exception cref="CannotStart">No database is configured, and the embedded one is not available.</exception>
    public static async Task<PortalConnections> PrepareAsync(IConfiguration settings, IHostEnvironment environment)
    {
        if (settings.GetConnectionString("Portal") is { Length: > 0 } portal)
            return new PortalConnections(portal, environment.IsDevelopment() ? settings.GetConnectionString("Owner") : null, null);
        if (environment.IsProduction() && !settings.GetValue<bool>("Embedded:Allow"))
            throw new CannotStart(
                "No database is named. Set ConnectionStrings__Portal, or "
                    + "Embedded__Allow=true to let the portal run a PostgreSQL of its own."
            );
        try
        {
            var embedded = await LocalPostgres.StartAsync(LocalPostgres.DefaultFolder, say: Console.WriteLine);
            await embedded.EnsureDatabaseAsync(LocalPostgres.PortalName);
            return new PortalConnections(
                embedded.PortalConnection(LocalPostgres.PortalName),
                embedded.OwnerConnection(LocalPostgres.PortalName),
                embedded
            );
        }
        catch (Exception failure) when (failure is PostgresMissing or InvalidOperationException or PlatformNotSupportedException)
        {
            throw new CannotStart(failure.Message, failure);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        await keeping.ContinueWith(_ => { }, TaskScheduler.Default);
        end.Dispose();
        if (embedded is not null)
            await embedded.DisposeAsync();
    }
}
