using CoBuilding.Places;
using Npgsql;

namespace CoBuilding.Tests.House;

/// <summary>
/// The complete data of one street: units, people, a roster, meetings in each state, links and accounts, created by its own accounts.
/// </summary>
internal sealed partial class World
{
    private readonly TestCluster cluster;
    private Dictionary<Guid, long> versions = [];

    private World(TestCluster cluster, TestDistrict district, Place street, Place community) =>
        (this.cluster, District, Street, Community) = (cluster, district, street, community);

    public TestDistrict District { get; }
    public Place Street { get; }
    public Place Community { get; }

    /// <summary>The row's version now, as a page would have shown it.</summary>
    public long Seen(Guid id) => versions.GetValueOrDefault(id);

    public static async Task<World> MakeAsync(TestCluster cluster, TestDistrict district, Place street, Place community)
    {
        var world = new World(cluster, district, street, community) { Clerk = await district.ClerkAsync(street) };
        await world.PlacesAsync();
        await world.UnitsAsync();
        await world.SeatsAsync();
        await world.NominationsAsync();
        await world.PreparationsAsync();
        await world.LibraryAsync();
        await world.MeetingsAsync();
        await world.PlansAsync();
        await world.SeriesAsync();
        await world.MessagesAsync();
        await world.MinutesAsync();
        await world.AccountsAsync();
        await world.RefreshAsync();
        return world;
    }

    /// <summary>Reloads the versions of all rows.</summary>
    public async Task RefreshAsync()
    {
        versions = [];
        foreach (var table in await TablesAsync(cluster))
        await foreach (var row in ReadAsync(cluster, $"SELECT id, row_version FROM {table} WHERE tenant_id = $1", District.Id))
            versions[row.GetGuid(0)] = row.GetInt64(1);
    }

    /// <summary>The id of every row of the district.</summary>
    public IReadOnlySet<Guid> DistrictIds => versions.Keys.ToHashSet();

    /// <summary>
    /// The id of every row that lies in the street, places aside, which are known to everybody; and of the people with a post there.
    /// </summary>
    public async Task<IReadOnlySet<Guid>> StreetIdsAsync()
    {
        HashSet<Guid> ids = [];
        foreach (var table in await TablesAsync(cluster, "place_id"))
        await foreach (
            var row in ReadAsync(
                cluster,
                $"SELECT id FROM {table} WHERE tenant_id = $1 AND place_id = ANY ($2)",
                District.Id,
                new[] { Street.Id, Community.Id }
            )
        )
            ids.Add(row.GetGuid(0));
        await foreach (
            var row in ReadAsync(
                cluster,
                "SELECT person_id FROM posts WHERE tenant_id = $1 AND place_id = ANY ($2)",
                District.Id,
                new[] { Street.Id, Community.Id }
            )
        )
            ids.Add(row.GetGuid(0));
        return ids;
    }

    /// <summary>Every row of the district as text, except sessions, whose last use is written on reading.</summary>
    public async Task<string> FingerprintAsync()
    {
        List<string> rows = [];
        foreach (var table in (await TablesAsync(cluster)).Except(["sessions"]))
        await foreach (var row in ReadAsync(cluster, $"SELECT t::text FROM {table} t WHERE tenant_id = $1 ORDER BY id", District.Id))
            rows.Add(row.GetString(0));
        return string.Join('\n', rows);
    }

    /// <summary>The tables with such a column, from the catalogue.</summary>
    public static async Task<IReadOnlyList<string>> TablesAsync(TestCluster cluster, string column = "tenant_id")
    {
        List<string> tables = [];
        await foreach (
            var row in ReadAsync(
                cluster,
                "SELECT table_name::text FROM information_schema.columns WHERE table_schema = 'public' AND column_name = $1 ORDER BY 1",
                column
            )
        )
            tables.Add(row.GetString(0));
        return tables;
    }

    /// <summary>As superuser, bypassing row-level security.</summary>
    public static async IAsyncEnumerable<NpgsqlDataReader> ReadAsync(TestCluster cluster, string sql, params object[] values)
    {
        await using var connection = new NpgsqlConnection(cluster.SuperuserConnection);
        await connection.OpenAsync(TestDistrict.Ct);
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
        await using var reader = await command.ExecuteReaderAsync(TestDistrict.Ct);
        while (await reader.ReadAsync(TestDistrict.Ct))
            yield return reader;
    }
}
