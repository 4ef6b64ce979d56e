using CoBuilding.Access;
using CoBuilding.Data;
using Npgsql;

namespace CoBuilding.Tool;

/// <summary>
/// The database named by the environment, or the embedded one, which is stopped on disposal unless other processes use it.
/// </summary>
internal sealed class Databases : IAsyncDisposable
{
    private readonly LocalPostgres? embedded;
    private readonly string? keyFolder;

    private Databases(string portal, string owner, LocalPostgres? embedded, string? keyFolder) =>
        (Portal, Owner, this.embedded, this.keyFolder) = (portal, owner, embedded, keyFolder);

    public string Portal { get; }
    public string Owner { get; }

    /// <exception cref="CommandRefused">One of the two connections is named without the other.</exception>
    public static async Task<Databases> OpenAsync(Func<string, string?> setting, Action<string> say, CancellationToken ct)
    {
        var (portal, owner, keys) = (setting("ConnectionStrings__Portal"), setting("ConnectionStrings__Owner"), setting("Keys__Folder"));
        if (string.IsNullOrEmpty(portal) != string.IsNullOrEmpty(owner))
            throw new CommandRefused(
                "Set both ConnectionStrings__Portal (the web role) and ConnectionStrings__Owner, or neither for the embedded database."
            );
        if (!string.IsNullOrEmpty(portal))
            return new Databases(portal, owner!, null, keys);

        var embedded = await LocalPostgres.StartAsync(LocalPostgres.DefaultFolder, ct, say);
        try
        {
            await embedded.EnsureDatabaseAsync(LocalPostgres.PortalName, ct);
            return new Databases(
                embedded.PortalConnection(LocalPostgres.PortalName),
                embedded.OwnerConnection(LocalPostgres.PortalName),
                embedded,
                keys ?? KeyFolder.BesideData
            );
        }
        catch
        {
            await embedded.DisposeAsync();
            throw;
        }
    }

    /// <summary>The key with which the portal hashes sent forms, too.</summary>
    /// <exception cref="CommandRefused">With an external database, its folder must be named.</exception>
    public FormKey OpenFormKey() =>
        FormKey.Open(keyFolder ?? throw new CommandRefused("Set Keys__Folder to the folder of the portal's keys, as for the portal."));

    /// <summary>The embedded database is migrated automatically; an external one is migrated by the operator.</summary>
    /// <exception cref="CommandRefused">Migrations are missing.</exception>
    public async Task DemandMigratedAsync(CancellationToken ct)
    {
        await using var source = NpgsqlDataSource.Create(Owner);
        var pending = await PortalDatabase.PendingAsync(source, ct);
        if (pending.Count == 0)
            return;
        if (embedded is null)
            throw new CommandRefused($"The database lacks {pending.Count} migrations. Run: migrate");
        await PortalDatabase.MigrateAsync(Owner, ct);
    }

    public ValueTask DisposeAsync() => embedded?.DisposeAsync() ?? ValueTask.CompletedTask;
}
