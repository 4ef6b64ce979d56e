namespace CoBuilding.Tests.House;

public static partial class BulkRows
{
    /// <summary>As many accounts with a grant, and lines of the journal.</summary>
    private const string AccessRows = """
        INSERT INTO accounts (tenant_id, id, find_keys, login, normalized_login, display_name, place_id, security_stamp,
            failed_sign_ins, must_change_password, created_at, row_version)
        SELECT @tenant, gen_random_uuid(), '', 'a' || n, 'A' || n, 'a', @place, '', 0, false, '2026-01-01', 1
            FROM generate_series(@from, @to) n;
        INSERT INTO grants (tenant_id, id, account_id, role, place_id, "from", row_version)
        SELECT @tenant, gen_random_uuid(), a.id, 'CommunityClerk', @place, '2026-01-01', 1
        FROM generate_series(@from, @to) n JOIN accounts a ON a.tenant_id = @tenant AND a.login = 'a' || n;
        INSERT INTO journal (tenant_id, id, row_version, operation_id, ordinal, at, "right", actor_name, action, subject)
        SELECT @tenant, gen_random_uuid(), 1, gen_random_uuid(), 0, '2026-01-01', 'ManageUnits', 'admin', 'added', 'units'
            FROM generate_series(@from, @to) n;

        """;
}
