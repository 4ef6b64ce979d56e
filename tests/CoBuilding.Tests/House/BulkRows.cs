using Npgsql;

namespace CoBuilding.Tests.House;

/// <summary>Many rows of every kind at once, written as the owner: what takes the use cases minutes.</summary>
public static partial class BulkRows
{
    /// <summary>
    /// As many units with a secretary and a liaison officer, seats and invitations of theirs, committees, meetings and accounts.
    /// </summary>
    public static async Task EverythingAsync(
        TestCluster cluster,
        TestDistrict district,
        Guid committee,
        Guid meeting,
        Guid plan,
        int from,
        int count
    )
    {
        await UnitsAsync(cluster, district, from, count);
        await RunAsync(
            cluster,
            district,
            PlaceRows + UnitRows + CommitteeRows + InvitationRows + MeetingRows + JobRows + AccessRows,
            from,
            count,
            ("committee", committee),
            ("meeting", meeting),
            ("plan", plan)
        );
    }

    private static async Task RunAsync(
        TestCluster cluster,
        TestDistrict district,
        string sql,
        int from,
        int count,
        params (string Name, Guid Id)[] ids
    )
    {
        await using var source = NpgsqlDataSource.Create(cluster.OwnerConnection);
        await using var command = source.CreateCommand(sql);
        command.Parameters.AddWithValue("tenant", district.Id);
        command.Parameters.AddWithValue("place", district.Street1.Id);
        command.Parameters.AddWithValue("from", from);
        command.Parameters.AddWithValue("to", from + count - 1);
        foreach (var (name, id) in ids)
            command.Parameters.AddWithValue(name, id);
        await command.ExecuteNonQueryAsync(TestDistrict.Ct);
        // Autovacuum would do this later; until then the planner assumes empty tables.
        await using var analyze = source.CreateCommand("ANALYZE");
        await analyze.ExecuteNonQueryAsync(TestDistrict.Ct);
    }
}
