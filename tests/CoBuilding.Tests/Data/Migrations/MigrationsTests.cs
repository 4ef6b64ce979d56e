using CoBuilding.Data;
using CoBuilding.Tests.House;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CoBuilding.Tests.Data.Migrations;

public class MigrationsTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task The_migrations_make_what_the_model_says()
    {
        await using var connection = new NpgsqlConnection(cluster.OwnerConnection);
        await using var db = new PortalDb(PortalDatabase.Options(connection), Operation.None);
        Assert.False(db.Database.HasPendingModelChanges());
        Assert.Empty(await db.Database.GetPendingMigrationsAsync(Ct));
    }

    [Fact]
    public async Task Tables_of_another_version_are_left_alone_and_the_message_says_what_to_do()
    {
        var (_, owner, superuser) = await cluster.AnotherAsync($"another_{Guid.CreateVersion7():N}");
        await PortalDatabase.MigrateAsync(owner, Ct); // the counterpart: it recognizes its own tables
        await using (var source = NpgsqlDataSource.Create(superuser))
        await using (var older = source.CreateCommand("INSERT INTO migrations_history VALUES ('20261123000000_Older', '10.0.0')"))
            await older.ExecuteNonQueryAsync(Ct);
        var refused = await Assert.ThrowsAsync<UnsafeDatabase>(() => PortalDatabase.MigrateAsync(owner, Ct));
        Assert.Contains("20261123000000_Older", refused.Message, StringComparison.Ordinal);
        Assert.Contains("--fresh", refused.Message, StringComparison.Ordinal);
    }
}
