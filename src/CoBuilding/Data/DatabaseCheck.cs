using Npgsql;

namespace CoBuilding.Data;

/// <summary>
/// Checks a database as the operator: whether the districts are separated, the journal is complete, and no demo accounts are accessible. It
/// changes nothing.
/// </summary>
internal static class DatabaseCheck
{
    private const string TenantPolicy = "(tenant_id = (current_setting('app.tenant'::text))::uuid)";

    /// <param name="portalConnection">The web role's connection, whose isolation is tested.</param>
    /// <param name="ownerConnection">The owner's, who sees all districts.</param>
    /// <param name="ct">Cuts it short.</param>
    public static async Task<IReadOnlyList<Finding>> RunAsync(string portalConnection, string ownerConnection, CancellationToken ct)
    {
        await using var web = PortalDatabase.Open(portalConnection);
        await using var owner = NpgsqlDataSource.Create(ownerConnection);
        var pending = await PortalDatabase.PendingAsync(owner, ct);
        if (pending.Count > 0)
            return [new(Verdict.Bad, "migrations", $"{pending.Count} are missing, from {pending[0]} on. Run: migrate")];
        return
        [
            new(Verdict.Good, "migrations", "all applied"),
            await RoleAsync(web, ct),
            await OwnerAsync(owner, ct),
            await UnboundAsync(web, ct),
            await PoliciesAsync(owner, ct),
            await PrivilegesAsync(owner, new NpgsqlConnectionStringBuilder(portalConnection).Username ?? PolicySql.WebRole, ct),
            await JournalAsync(owner, ct),
            await UnlistedAsync(owner, ct),
            await DemoAsync(owner, ct),
        ];
    }

    private static async Task<Finding> RoleAsync(NpgsqlDataSource web, CancellationToken ct)
    {
        try
        {
            await PortalProbe.CheckAsync(web, ct);
            return new(Verdict.Good, "web role", "no superuser, no BYPASSRLS, owns no table; a binding ends with its transaction");
        }
        catch (UnsafeDatabase unsafeDatabase)
        {
            return new(Verdict.Bad, "web role", unsafeDatabase.Message);
        }
    }

    /// <summary>An owner without BYPASSRLS would see no rows and report no faults.</summary>
    private static async Task<Finding> OwnerAsync(NpgsqlDataSource owner, CancellationToken ct)
    {
        var seesAll = await ScalarAsync<bool>(owner, "SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user", ct);
        return seesAll
            ? new(Verdict.Good, "owner role", "sees all districts")
            : new(
                Verdict.Bad,
                "owner role",
                "lacks BYPASSRLS, so nothing can be counted: ConnectionStrings__Owner must name the owner (deploy/roles.sql)"
            );
    }

    private static async Task<Finding> UnboundAsync(NpgsqlDataSource web, CancellationToken ct)
    {
        try
        {
            await ScalarAsync<long>(web, "SELECT count(*) FROM places", ct);
        }
        catch (PostgresException refused)
            when (refused.SqlState is PostgresErrorCodes.InvalidTextRepresentation or PostgresErrorCodes.UndefinedObject)
        {
            return new(Verdict.Good, "unbound query", "fails, as it should");
        }
        return new(Verdict.Bad, "unbound query", "a query without a district is answered, or there is no place yet to try it on");
    }

    private static async Task<Finding> PoliciesAsync(NpgsqlDataSource owner, CancellationToken ct)
    {
        var bad = await ListAsync(
            owner,
            """
            SELECT c.relname || CASE
                WHEN NOT c.relrowsecurity THEN ': row-level security is off'
                WHEN NOT c.relforcerowsecurity THEN ': row-level security is not forced'
                WHEN p.number <> 1 THEN ': has ' || p.number || ' policies instead of one'
                ELSE ': its policy is another than the migrations made' END
            FROM pg_class c
            CROSS JOIN LATERAL (SELECT EXISTS (SELECT FROM pg_attribute WHERE attrelid = c.oid AND attname = 'tenant_id'
                AND NOT attisdropped) AS tenanted) t
            CROSS JOIN LATERAL (SELECT count(*) AS number,
                bool_and(permissive = 'PERMISSIVE' AND roles = '{public}' AND CASE WHEN t.tenanted
                    THEN cmd = 'ALL' AND qual = $1 AND with_check = $1 ELSE cmd = 'SELECT' END) AS expected
                FROM pg_policies WHERE schemaname = 'public' AND tablename = c.relname) p
            WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND c.relname <> 'migrations_history'
              AND NOT (c.relrowsecurity AND c.relforcerowsecurity AND p.number = 1 AND p.expected)
            ORDER BY c.relname
            """,
            ct,
            TenantPolicy
        );
        var tables = await ScalarAsync<long>(
            owner,
            "SELECT count(*) FROM pg_class WHERE relnamespace = 'public'::regnamespace "
                + "AND relkind IN ('r', 'p') AND relname <> 'migrations_history'",
            ct
        );
        return Of("policies", bad, $"on all {tables} tables, and forced");
    }

    private static async Task<Finding> PrivilegesAsync(NpgsqlDataSource owner, string web, CancellationToken ct)
    {
        var bad = await ListAsync(
            owner,
            """
            SELECT c.relname || ': ' || r.privilege
            FROM pg_class c CROSS JOIN unnest(ARRAY['DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER', 'UPDATE', 'INSERT']) AS r(privilege)
            WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm')
                AND has_table_privilege($1, c.oid, r.privilege)
              AND (r.privilege NOT IN ('UPDATE', 'INSERT') OR (r.privilege = 'UPDATE' AND c.relname = 'journal')
                   OR NOT EXISTS (SELECT FROM pg_attribute WHERE attrelid = c.oid AND attname = 'tenant_id' AND NOT attisdropped))
            UNION ALL
            SELECT 'journal: UPDATE of ' || a.attname FROM pg_attribute a
            WHERE a.attrelid = 'journal'::regclass AND a.attnum > 0 AND NOT a.attisdropped
                AND has_column_privilege($1, a.attrelid, a.attnum, 'UPDATE')
              AND NOT has_table_privilege($1, a.attrelid, 'UPDATE')
            ORDER BY 1
            """,
            ct,
            web
        );
        return Of("privileges", bad, "the web role deletes nothing, and only adds to the journal", $"{web} may ");
    }

    private static async Task<Finding> JournalAsync(NpgsqlDataSource owner, CancellationToken ct)
    {
        var index = await ScalarAsync<bool>(
            owner,
            $"""
            SELECT EXISTS (SELECT FROM pg_index WHERE indexrelid = to_regclass('{JournalTable.OneEntryPerOperation}') AND indisunique
                AND indisvalid AND indpred IS NULL)
            """,
            ct
        );
        if (!index)
            return new(
                Verdict.Bad,
                "journal",
                $"the unique index {JournalTable.OneEntryPerOperation} is not there: an operation could be carried out twice"
            );
        // The entries of an operation are numbered from 0; a gap means that an entry was removed.
        var torn = await ScalarAsync<long>(
            owner,
            "SELECT count(*) FROM (SELECT "
                + "FROM journal GROUP BY tenant_id, operation_id HAVING count(*) <> max(ordinal) + 1 OR min(ordinal) <> 0) t",
            ct
        );
        var operations = await ScalarAsync<long>(owner, "SELECT count(*) FROM journal WHERE ordinal = 0", ct);
        return torn > 0
            ? new(Verdict.Bad, "journal", $"entries are missing of {torn} operations")
            : new(Verdict.Good, "journal", $"{operations:N0} operations, each written down once and whole");
    }

    private static async Task<Finding> UnlistedAsync(NpgsqlDataSource owner, CancellationToken ct)
    {
        var unlisted = await ScalarAsync<long>(
            owner,
            "SELECT count(DISTINCT tenant_id) FROM places p WHERE parent_id IS NULL "
                + "AND NOT EXISTS (SELECT FROM districts d WHERE d.id = p.tenant_id)",
            ct
        );
        return unlisted == 0
            ? new(Verdict.Good, "districts", "every district is on the list")
            : new(Verdict.Warning, "districts", $"{unlisted} were left by a creation that was cut short; nobody can enter them");
    }

    private static async Task<Finding> DemoAsync(NpgsqlDataSource owner, CancellationToken ct)
    {
        var demo = await ListAsync(
            owner,
            """
            SELECT slug FROM districts d WHERE is_demo AND EXISTS (SELECT FROM accounts a WHERE a.tenant_id = d.id
                AND a.closed_at IS NULL) ORDER BY code
            """,
            ct
        );
        return demo.Count == 0
            ? new(Verdict.Good, "demo accounts", "none")
            : new(Verdict.Warning, "demo accounts", $"anybody can sign in with the published password to {string.Join(", ", demo)}");
    }

    private static Finding Of(string check, IReadOnlyList<string> bad, string good, string prefix = "") =>
        bad.Count == 0 ? new(Verdict.Good, check, good) : new(Verdict.Bad, check, prefix + string.Join("; ", bad));

    private static async Task<T> ScalarAsync<T>(NpgsqlDataSource source, string sql, CancellationToken ct)
    {
        await using var command = source.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync(ct))!;
    }

    private static async Task<IReadOnlyList<string>> ListAsync(
        NpgsqlDataSource source,
        string sql,
        CancellationToken ct,
        params string[] values
    )
    {
        await using var command = source.CreateCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
        await using var reader = await command.ExecuteReaderAsync(ct);
        List<string> rows = [];
        while (await reader.ReadAsync(ct))
            rows.Add(reader.GetString(0));
        return rows;
    }
}
