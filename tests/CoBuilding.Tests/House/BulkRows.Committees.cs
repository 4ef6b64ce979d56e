namespace CoBuilding.Tests.House;

public static partial class BulkRows
{
    /// <summary>The seats of <see cref="EverythingAsync"/> follow a post that their holders do not hold any more.</summary>
    public static async Task OutOfStepAsync(TestCluster cluster, TestDistrict district, int from, int count) =>
        await RunAsync(
            cluster,
            district,
            """
            UPDATE posts o SET is_secretary = false FROM people p
            WHERE o.tenant_id = @tenant AND p.tenant_id = @tenant AND p.id = o.person_id
                AND p.name IN (SELECT 'P' || n FROM generate_series(@from, @to) n);
            UPDATE seats s SET follows_post = true FROM units u
            WHERE s.tenant_id = @tenant AND u.tenant_id = @tenant AND u.id = s.unit_id
                AND u.name IN (SELECT 'U' || n FROM generate_series(@from, @to) n);
            """,
            from,
            count
        );

    /// <summary>A seat, an appointment and a nomination for each unit; a body with a vacant seat in each community; documents.</summary>
    private const string CommitteeRows = """
        INSERT INTO seats (tenant_id, id, follows_post, committee_id, place_id, kind, role, title, unit_id, "from", recorded_at,
            row_version)
        SELECT @tenant, gen_random_uuid(), false, @committee, @place, 'PartTime', 'Member', 'member', u.id, '2026-01-01', '2026-01-01',
            1
        FROM generate_series(@from, @to) n JOIN units u ON u.tenant_id = @tenant AND u.name = 'U' || n;
        INSERT INTO appointments (tenant_id, id, first_id, seat_id, committee_id, place_id, unit_id, person_id, "from", recorded_at,
            row_version)
        SELECT @tenant, s.id, s.id, s.id, @committee, @place, u.id, p.id, '2026-01-01', '2026-01-01', 1
        FROM generate_series(@from, @to) n JOIN units u ON u.tenant_id = @tenant AND u.name = 'U' || n
        JOIN people p ON p.tenant_id = @tenant AND p.name = 'P' || n JOIN seats s ON s.tenant_id = @tenant AND s.unit_id = u.id;
        INSERT INTO nominations (tenant_id, id, committee_id, place_id, kind, unit_id, role, seat_title, origin, person_id, way, state,
            state_on, row_version)
        SELECT @tenant, gen_random_uuid(), @committee, @place, 'PartTime', u.id, 'Member', 'member', 'NewSeat', p.id,
            'UnitRecommended', 'Nominated', '2026-01-01', 1
        FROM generate_series(@from, @to) n JOIN units u ON u.tenant_id = @tenant AND u.name = 'U' || n
            JOIN people p ON p.tenant_id = @tenant AND p.name = 'P' || n;
        INSERT INTO committees (tenant_id, id, find_keys, kind, kind_id, place_id, level, name, established_on, row_version)
        SELECT @tenant, gen_random_uuid(), '', k.kind, k.id, p.id, p.level, 'B' || n, '2026-01-01', 1
        FROM generate_series(@from, @to) n JOIN places p ON p.tenant_id = @tenant AND p.name = 'C' || n
        JOIN committee_kinds k ON k.tenant_id = @tenant AND k.kind = 'BigParty';
        INSERT INTO seats (tenant_id, id, follows_post, committee_id, place_id, kind, role, title, "from", recorded_at, row_version)
        SELECT @tenant, gen_random_uuid(), false, c.id, c.place_id, 'FullTime', 'Member', 'vacant', '2026-01-01', '2026-01-01', 1
        FROM generate_series(@from, @to) n JOIN committees c ON c.tenant_id = @tenant AND c.name = 'B' || n;
        INSERT INTO library_documents (tenant_id, id, committee_id, place_id, document_kind, title, find_keys, row_version)
        SELECT @tenant, gen_random_uuid(), @committee, @place, 'plan', 'D' || n, 'd' || n, 1 FROM generate_series(@from, @to) n;
        INSERT INTO library_versions (tenant_id, id, document_id, place_id, version_number, full_text, adopted_on, "from", recorded_at,
            row_version)
        SELECT @tenant, gen_random_uuid(), d.id, @place, v, 'T', '2026-01-01', make_date(2026, v, 1), '2026-01-01', 1
        FROM generate_series(@from, @to) n JOIN library_documents d ON d.tenant_id = @tenant AND d.title = 'D' || n CROSS
            JOIN generate_series(1, 2) v;

        """;
}
