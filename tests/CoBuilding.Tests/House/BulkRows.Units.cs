namespace CoBuilding.Tests.House;

public static partial class BulkRows
{
    public static async Task UnitsAsync(TestCluster cluster, TestDistrict district, int from, int count) =>
        await RunAsync(
            cluster,
            district,
            """
            INSERT INTO units (tenant_id, id, find_keys, sort_key, stroke_key, alike_key, shows_personal_names, name, kind, kind_id,
                place_id, party_organization, row_version)
            SELECT @tenant, gen_random_uuid(), '', '', '', '', false, 'U' || n, k.kind, k.id, @place, 'Branch', 1
            FROM generate_series(@from, @to) n JOIN unit_kinds k ON k.tenant_id = @tenant AND k.kind = 'School'
            """,
            from,
            count
        );

    /// <summary>As many pairs of units that are alike by name, each with two people of one name.</summary>
    public static async Task TwinsAsync(TestCluster cluster, TestDistrict district, int from, int count) =>
        await RunAsync(
            cluster,
            district,
            """
            INSERT INTO units (tenant_id, id, find_keys, sort_key, stroke_key, shows_personal_names, name, kind, kind_id, place_id,
                party_organization, alike_key, row_version)
            SELECT @tenant, gen_random_uuid(), '', '', '', false, 'T' || n || twin, k.kind, k.id, @place, 'Branch', 't' || n, 1
            FROM generate_series(@from, @to) n CROSS JOIN (VALUES ('a'), ('b')) AS t (twin) JOIN unit_kinds k ON k.tenant_id = @tenant
                AND k.kind = 'School';
            WITH two AS (INSERT INTO people (tenant_id, id, find_keys, sort_key, stroke_key, name, row_version)
                SELECT @tenant, gen_random_uuid(), '', '', '', 'Q' || n, 1 FROM generate_series(@from, @to) n CROSS
                    JOIN generate_series(1, 2) RETURNING id, name)
            INSERT INTO posts (tenant_id, id, person_id, unit_id, place_id, title, is_secretary, "from", row_version)
            SELECT @tenant, gen_random_uuid(), two.id, u.id, @place, 'member', false, '2025-01-01', 1
            FROM two JOIN units u ON u.tenant_id = @tenant AND u.name = 'T' || substr(two.name, 2) || 'a';
            """,
            from,
            count
        );

    /// <summary>As many units with a secretary and liaison officer.</summary>
    private const string UnitRows = """
        INSERT INTO people (tenant_id, id, find_keys, sort_key, stroke_key, name, mobile, row_version)
        SELECT @tenant, gen_random_uuid(), '', '', '', 'P' || n, '13800138000', 1 FROM generate_series(@from, @to) n;
        INSERT INTO posts (tenant_id, id, person_id, unit_id, place_id, title, is_secretary, "from", row_version)
        SELECT @tenant, gen_random_uuid(), p.id, u.id, @place, 'secretary', true, '2025-01-01', 1 FROM generate_series(@from, @to) n
        JOIN people p ON p.tenant_id = @tenant AND p.name = 'P' || n JOIN units u ON u.tenant_id = @tenant AND u.name = 'U' || n;
        UPDATE units u SET liaison_officer_id = p.id FROM people p
        WHERE u.tenant_id = @tenant AND p.tenant_id = @tenant AND p.name = 'P' || substr(u.name, 2) AND u.liaison_officer_id IS NULL;

        """;
}
