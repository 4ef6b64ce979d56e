using CoBuilding.Data;
using CoBuilding.Tests.House;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;

namespace CoBuilding.Tests.Data;

/// <summary>What a district had before a migration is there after it.</summary>
public class MigrationsTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task Districts_from_before_get_the_standard_kinds_of_committee_and_keep_their_ranges()
    {
        var (_, owner, superuser) = await cluster.AnotherAsync($"before_{Guid.CreateVersion7():N}", migrated: false);
        await using (var connection = new NpgsqlConnection(owner))
        await using (var db = new PortalDb(PortalDatabase.Options(connection), Operation.None))
            await db.GetService<IMigrator>().MigrateAsync("UnitKinds", Ct);
        await using var source = NpgsqlDataSource.Create(superuser);
        await using (var before = source.CreateCommand(
            """
            INSERT INTO places (tenant_id, id, parent_id, level, kind, code, official_name, name, find_keys, row_version) VALUES
                ('00000000-0000-0000-0000-00000000000a', '00000000-0000-0000-0000-000000000001', NULL, 'District', 'District', '990101', 'D', 'D', '', 1),
                ('00000000-0000-0000-0000-00000000000a', '00000000-0000-0000-0000-000000000002', '00000000-0000-0000-0000-000000000001', 'Street', 'Street', '990101001', 'S', 'S', '', 1);
            INSERT INTO quotas (tenant_id, id, kind, min, max, requires_reason, row_version)
            VALUES ('00000000-0000-0000-0000-00000000000a', gen_random_uuid(), 'BigWorking', 6, 7, true, 1);
            INSERT INTO committees (tenant_id, id, kind, place_id, name, established_on, find_keys, row_version)
            VALUES ('00000000-0000-0000-0000-00000000000a', gen_random_uuid(), 'BigWorking', '00000000-0000-0000-0000-000000000002', 'B', '2026-01-01', '', 1);
            """)) await before.ExecuteNonQueryAsync(Ct);

        await PortalDatabase.MigrateAsync(owner, Ct);

        await using var after = source.CreateCommand(
            "SELECT c.level, k.name, k.min, k.max, k.requires_reason, (SELECT count(*) FROM committee_kinds) FROM committees c JOIN committee_kinds k ON k.id = c.kind_id");
        await using var row = await after.ExecuteReaderAsync(Ct);
        Assert.True(await row.ReadAsync(Ct));
        Assert.Equal(("Street", "街道大工委", 6, 7, true, 6L), (row.GetString(0), row.GetString(1), row.GetInt32(2), row.GetInt32(3), row.GetBoolean(4), row.GetInt64(5)));
    }
}
