using CoBuilding.Data;
using CoBuilding.Tests.House;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace CoBuilding.ProofRoom.Tests;

[Collection<ComposedPortal>]
public class RoomTablesTests(RoomTables tables, TestCluster cluster)
{
    [Fact]
    public void The_composed_model_has_the_rooms_tables_beyond_the_portals_and_nothing_else()
    {
        Assert.Equal(["notice_topics", "notices"], tables.Made.OfType<CreateTableOperation>().Select(o => o.Name).Order());
        Assert.Equal(
            ["notices"],
            tables.Made.Where(o => o is not CreateTableOperation).Select(o => Assert.IsType<CreateIndexOperation>(o).Table).Distinct()
        );
    }

    [Fact]
    public async Task Its_policies_and_privileges_are_like_those_of_every_table()
    {
        var findings = await DatabaseCheck.RunAsync(cluster.PortalConnection, cluster.OwnerConnection, TestDistrict.Ct);
        foreach (var check in new[] { "migrations", "web role", "policies", "privileges" })
            Assert.Equal(Verdict.Good, findings.Single(f => f.Check == check).Verdict);
    }
}
