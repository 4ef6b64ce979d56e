using CoBuilding.Data;
using CoBuilding.Tests.House;
using CoBuilding.Web.Tests.House;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace CoBuilding.ProofRoom.Tests;

/// <summary>
/// Makes the tables of the room after the portal's migrations, as their owner and by the portal's own generator: what the composed model
/// has beyond the migrations' snapshot.
/// </summary>
public sealed class RoomTables(TestCluster cluster, PortalHost host) : IAsyncLifetime
{
    /// <summary>What there was to make.</summary>
    public IReadOnlyList<MigrationOperation> Made { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        Made = await MakeAsync(cluster.OwnerConnection);
        await MakeAsync(host.OwnerConnection);
    }

    private static async Task<IReadOnlyList<MigrationOperation>> MakeAsync(string ownerConnection)
    {
        await using var connection = new NpgsqlConnection(ownerConnection);
        await using var db = new PortalDb(PortalDatabase.Options(connection), Operation.None);
        var migrated = db.GetService<IMigrationsAssembly>().ModelSnapshot!.Model;
        if (migrated is IMutableModel unfinished)
            migrated = unfinished.FinalizeModel();
        migrated = db.GetService<IModelRuntimeInitializer>().Initialize(migrated, designTime: true, validationLogger: null);
        var composed = db.GetService<IDesignTimeModel>().Model;
        var missing = db.GetService<IMigrationsModelDiffer>().GetDifferences(migrated.GetRelationalModel(), composed.GetRelationalModel());
        var commands = db.GetService<IMigrationsSqlGenerator>().Generate(missing, composed);
        await db.GetService<IMigrationCommandExecutor>().ExecuteNonQueryAsync(commands, db.GetService<IRelationalConnection>());
        return missing;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
