using Npgsql;

namespace CoBuilding.Tests.House;

public static partial class BulkRows
{
    /// <summary>A community of one name in both streets.</summary>
    public static async Task SameCommunityAsync(TestCluster cluster, TestDistrict district, string name)
    {
        foreach (var street in new[] { district.Street1, district.Street2 })
        {
            await using var source = NpgsqlDataSource.Create(cluster.OwnerConnection);
            await using var command = source.CreateCommand(
                """
                INSERT INTO places (tenant_id, id, find_keys, parent_id, level, kind, code, official_name, name, parent_name, row_version)
                VALUES ($1, gen_random_uuid(), '', $2, 'Community', 'Community', $3, $4, $4, $5, 1)
                """
            );
            foreach (var value in new object[] { district.Id, street.Id, street.Code + "099", name, street.Name })
                command.Parameters.Add(new() { Value = value });
            await command.ExecuteNonQueryAsync(TestDistrict.Ct);
        }
    }

    /// <summary>As many communities with a Party organization and a count.</summary>
    private const string PlaceRows = """
        INSERT INTO places (tenant_id, id, find_keys, parent_id, level, kind, code, official_name, name, parent_name, row_version)
        SELECT @tenant, gen_random_uuid(), '', @place, 'Community', 'Community', '9901019' || lpad(n::text, 5, '0'), 'C' || n,
            'C' || n, 'S', 1
        FROM generate_series(@from, @to) n;
        INSERT INTO party_organizations (tenant_id, id, place_id, kind, name, row_version)
        SELECT @tenant, gen_random_uuid(), p.id, 'Branch', 'B' || n, 1 FROM generate_series(@from, @to) n
            JOIN places p ON p.tenant_id = @tenant AND p.name = 'C' || n;
        INSERT INTO member_counts (tenant_id, id, organization_id, place_id, as_of, members, recorded_at, row_version)
        SELECT @tenant, gen_random_uuid(), o.id, o.place_id, '2026-06-30', 1, '2026-07-01', 1
        FROM generate_series(@from, @to) n JOIN party_organizations o ON o.tenant_id = @tenant AND o.name = 'B' || n;

        """;
}
