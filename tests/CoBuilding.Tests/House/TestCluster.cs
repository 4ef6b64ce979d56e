using CoBuilding.Data;
using CoBuilding.Tests.House;
using Npgsql;

[assembly: AssemblyFixture(typeof(TestCluster))]

namespace CoBuilding.Tests.House;

/// <summary>One real PostgreSQL for the whole assembly; each test founds a district of its own in it.</summary>
public sealed class TestCluster : IAsyncLifetime
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), $"cobuilding-tests-{Guid.CreateVersion7():N}"[..32]);
    private readonly SemaphoreSlim turn = new(1);
    private readonly Lazy<Task<string>> template;
    private LocalPostgres postgres = null!;
    private bool hasScratch;

    public TestCluster() => template = new(MakeTemplateAsync);

    /// <summary>The web role's pool, shared by all tests.</summary>
    public NpgsqlDataSource Source { get; private set; } = null!;
    public string PortalConnection => postgres.PortalConnection("portal");
    public string OwnerConnection => postgres.OwnerConnection("portal");
    public string SuperuserConnection => postgres.SuperuserConnection("portal");

    /// <summary>A migrated database without districts, in which a test may build what it must not build in the portal's; as superuser.</summary>
    public async Task<NpgsqlConnection> OpenScratchAsync(CancellationToken ct)
    {
        await turn.WaitAsync(ct);
        try
        {
            if (!hasScratch)
            {
                await postgres.EnsureDatabaseAsync("scratch", ct);
                await PortalDatabase.MigrateAsync(postgres.OwnerConnection("scratch"), ct);
                hasScratch = true;
            }
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
        postgres = await LocalPostgres.StartAsync(folder);
        await postgres.EnsureDatabaseAsync("portal");
        await PortalDatabase.MigrateAsync(OwnerConnection);
        Source = PortalDatabase.Open(PortalConnection);
    }

    /// <summary>A database beside the shared one, for what concerns all districts of a database.</summary>
    public async Task<(string Portal, string Owner, string Superuser)> AnotherAsync(string database, bool migrated = true)
    {
        await postgres.EnsureDatabaseAsync(database, template: migrated ? await template.Value : null);
        return (postgres.PortalConnection(database), postgres.OwnerConnection(database), postgres.SuperuserConnection(database));
    }

    private async Task<string> MakeTemplateAsync()
    {
        await postgres.EnsureDatabaseAsync("migrated");
        await PortalDatabase.MigrateAsync(postgres.OwnerConnection("migrated"));
        return "migrated";
    }

    public async ValueTask DisposeAsync()
    {
        await Source.DisposeAsync();
        turn.Dispose();
        await postgres.DisposeAsync();
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
    }
}
