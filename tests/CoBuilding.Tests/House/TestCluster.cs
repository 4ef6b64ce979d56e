using CoBuilding.Data;
using CoBuilding.Tests.House;
using Npgsql;

[assembly: AssemblyFixture(typeof(TestCluster))]

namespace CoBuilding.Tests.House;

/// <summary>One real PostgreSQL for the whole assembly; each test creates a district of its own in it.</summary>
public sealed class TestCluster : IAsyncLifetime
{
    private readonly SemaphoreSlim turn = new(1);
    private KeptPostgres postgres = null!;
    private bool hasScratch;

    /// <summary>The web role's pool, shared by all tests.</summary>
    public NpgsqlDataSource Source { get; private set; } = null!;
    public string PortalConnection => postgres.PortalConnection("portal");
    public string OwnerConnection => postgres.OwnerConnection("portal");
    public string SuperuserConnection => postgres.SuperuserConnection("portal");

    /// <summary>
    /// A migrated database without districts, in which a test may build what it must not build in the portal's; as superuser.
    /// </summary>
    public async Task<NpgsqlConnection> OpenScratchAsync(CancellationToken ct)
    {
        await turn.WaitAsync(ct);
        try
        {
            if (!hasScratch)
                await postgres.MakeMigratedAsync("scratch");
            hasScratch = true;
        }
        finally
        {
            turn.Release();
        }
        var connection = new NpgsqlConnection(postgres.SuperuserConnection("scratch"));
        await connection.OpenAsync(ct);
        return connection;
    }

    public async ValueTask InitializeAsync()
    {
        postgres = await KeptPostgres.StartAsync();
        await postgres.MakeMigratedAsync("portal");
        Source = PortalDatabase.Open(PortalConnection);
    }

    /// <summary>A database beside the shared one, for what concerns all districts of a database.</summary>
    public async Task<(string Portal, string Owner, string Superuser)> AnotherAsync(string database, bool migrated = true)
    {
        if (migrated)
            await postgres.MakeMigratedAsync(database);
        else
            await postgres.MakeAsync(database);
        return Connections(database);
    }

    /// <summary>
    /// Such a database with what somebody filled in, perhaps an earlier run: see <see cref="KeptPostgres.MakeFilledAsync"/>.
    /// </summary>
    public async Task<(string Portal, string Owner, string Superuser)> FilledAsync(
        string database,
        string template,
        string key,
        Func<string, string, Task> fill
    )
    {
        await postgres.MakeFilledAsync(database, template, key, fill);
        return Connections(database);
    }

    private (string Portal, string Owner, string Superuser) Connections(string database) =>
        (postgres.PortalConnection(database), postgres.OwnerConnection(database), postgres.SuperuserConnection(database));

    public async ValueTask DisposeAsync()
    {
        await Source.DisposeAsync();
        turn.Dispose();
        await postgres.DisposeAsync();
    }
}
