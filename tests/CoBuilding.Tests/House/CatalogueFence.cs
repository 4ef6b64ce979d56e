using CoBuilding.Data;
using CoBuilding.Places;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace CoBuilding.Tests.House;

/// <summary>Row-level security as seen by PostgreSQL, read from its catalogue after the migrations.</summary>
public class CatalogueFence(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    /// <summary>Each rule finds what breaks it: one line per fault.</summary>
    private static readonly Dictionary<string, string> Rules = new()
    {
        ["a table is tenanted, or shared on purpose"] =
            "SELECT relname FROM tables WHERE tenant IS NULL AND relname NOT IN ('districts', 'migrations_history')",
        ["tenant_id is a uuid and never null"] =
            "SELECT relname FROM tables JOIN pg_attribute a ON a.attrelid = oid "
            + "AND a.attnum = tenant WHERE NOT a.attnotnull OR a.atttypid <> 'uuid'::regtype",
        ["row-level security is enabled and forced"] =
            "SELECT relname FROM tables WHERE relname <> 'migrations_history' AND NOT (relrowsecurity AND relforcerowsecurity)",
        ["a tenanted table has the one policy, for reading and for writing"] = """
            SELECT relname FROM tables WHERE tenant IS NOT NULL AND coalesce(
                (SELECT array_agg(concat_ws(' ', polname, polpermissive, polcmd, polroles, pg_get_expr(polqual, polrelid),
                    pg_get_expr(polwithcheck, polrelid)))
                 FROM pg_policy WHERE polrelid = tables.oid), '{}') <>
                ARRAY['tenant t * {0} (tenant_id = (current_setting(''app.tenant''::text))::uuid) ' ||
                    '(tenant_id = (current_setting(''app.tenant''::text))::uuid)']
            """,
        ["a shared table has one policy, for reading"] = """
            SELECT relname FROM tables WHERE tenant IS NULL AND relname <> 'migrations_history' AND coalesce(
                (SELECT array_agg(concat_ws(' ', polname, polpermissive, polcmd, polroles, pg_get_expr(polqual, polrelid),
                    pg_get_expr(polwithcheck, polrelid)))
                 FROM pg_policy WHERE polrelid = tables.oid), '{}') <> ARRAY['shared t r {0} true']
            """,
        ["the primary key begins with tenant_id"] =
            "SELECT relname FROM tables WHERE tenant IS NOT NULL AND NOT EXISTS (SELECT "
            + "FROM pg_index WHERE indrelid = tables.oid AND indisprimary AND indkey[0] = tenant)",
        ["every index, unique key and exclusion begins with tenant_id"] =
            "SELECT indexrelid::regclass::text FROM pg_index JOIN tables ON oid = "
            + "indrelid WHERE tenant IS NOT NULL AND indkey[0] <> tenant",
        ["a foreign key begins with tenant_id on both sides"] = """
            SELECT conname FROM pg_constraint c JOIN tables t ON t.oid = c.conrelid LEFT JOIN tables o ON o.oid = c.confrelid
            WHERE contype = 'f' AND (conkey[1] = t.tenant AND confkey[1] = o.tenant) IS NOT TRUE
            """,
        ["a foreign key restricts or cascades, and never sets null"] =
            "SELECT conname FROM pg_constraint WHERE contype = 'f' AND (confdeltype NOT IN ('r', 'c') OR confupdtype NOT IN ('a', 'r'))",
        ["the web role deletes and truncates nothing"] =
            "SELECT relname FROM tables WHERE has_table_privilege('cobuilding_web', oid, 'DELETE, TRUNCATE, REFERENCES, TRIGGER')",
        ["the web role only reads what is shared"] =
            "SELECT relname FROM tables WHERE tenant IS NULL AND (has_any_column_privilege('cobuilding_web', "
            + "oid, 'INSERT, UPDATE') OR has_table_privilege('cobuilding_web', oid, 'INSERT, UPDATE'))",
        ["the web role only adds to the journal"] =
            "SELECT relname FROM tables WHERE relname = 'journal' AND has_any_column_privilege('cobuilding_web', oid, 'UPDATE')",
        ["the web role owns nothing"] = """
            SELECT relname::text FROM pg_class WHERE relowner = 'cobuilding_web'::regrole
            UNION ALL SELECT proname FROM pg_proc WHERE proowner = 'cobuilding_web'::regrole
            UNION ALL SELECT nspname FROM pg_namespace WHERE nspowner = 'cobuilding_web'::regrole
            UNION ALL SELECT datname FROM pg_database WHERE datdba = 'cobuilding_web'::regrole
            UNION ALL SELECT typname FROM pg_type WHERE typowner = 'cobuilding_web'::regrole
            """,
        ["the web role makes nothing"] = "SELECT nspname FROM pg_namespace WHERE has_schema_privilege('cobuilding_web', oid, 'CREATE')",
        ["the web role has no power over the wall"] = """
            SELECT rolname::text FROM pg_roles WHERE rolname = 'cobuilding_web' AND (rolsuper OR rolbypassrls OR rolcreaterole
                OR rolcreatedb OR rolreplication)
            UNION ALL SELECT roleid::regrole::text FROM pg_auth_members WHERE member = 'cobuilding_web'::regrole
            """,
        ["the owner is no superuser"] = "SELECT rolname FROM pg_roles WHERE rolname = 'cobuilding_owner' AND (rolsuper OR rolcreaterole)",
        ["there are no triggers and no rules"] = """
            SELECT tgname::text FROM pg_trigger WHERE NOT tgisinternal UNION ALL SELECT evtname FROM pg_event_trigger
            UNION ALL SELECT rulename FROM pg_rules WHERE schemaname NOT IN ('pg_catalog', 'information_schema')
            """,
        ["a view asks with its reader's rights"] = """
            SELECT relname FROM pg_class WHERE relnamespace NOT IN ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)
                AND (relkind = 'm' OR relkind = 'v'
                    AND NOT coalesce(reloptions, '{}') && ARRAY['security_invoker=true', 'security_invoker=on', 'security_invoker=1'])
            """,
        ["no function runs with its owner's rights"] =
            "SELECT proname FROM pg_proc WHERE prosecdef "
            + "AND pronamespace NOT IN ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)",
        ["all tables stand in one schema"] = "SELECT relname FROM tables WHERE relnamespace <> 'public'::regnamespace",
    };

    public static TheoryData<string> RuleNames => [.. Rules.Keys];

    [Theory]
    [MemberData(nameof(RuleNames))]
    public async Task The_catalogue_holds_that(string rule)
    {
        await using var connection = new NpgsqlConnection(cluster.SuperuserConnection);
        await connection.OpenAsync(Ct);
        Assert.Empty(await FaultsAsync(connection, rule));
    }

    [Theory]
    [InlineData("a table is tenanted, or shared on purpose", "CREATE TABLE guilty (id uuid PRIMARY KEY)")]
    [InlineData("tenant_id is a uuid and never null", "CREATE TABLE guilty (tenant_id uuid, id uuid)")]
    [InlineData("tenant_id is a uuid and never null", "CREATE TABLE guilty (tenant_id text NOT NULL, id uuid)")]
    [InlineData(
        "row-level security is enabled and forced",
        "CREATE TABLE guilty (tenant_id uuid NOT NULL); ALTER TABLE guilty ENABLE ROW LEVEL SECURITY"
    )]
    [InlineData("row-level security is enabled and forced", "ALTER TABLE districts DISABLE ROW LEVEL SECURITY", "districts")]
    [InlineData("a tenanted table has the one policy, for reading and for writing", "CREATE TABLE guilty (tenant_id uuid NOT NULL)")]
    [InlineData(
        "a tenanted table has the one policy, for reading and for writing",
        "CREATE POLICY also ON units FOR SELECT USING (true)",
        "units"
    )]
    [InlineData(
        "a tenanted table has the one policy, for reading and for writing",
        "ALTER POLICY tenant ON units WITH CHECK (true)",
        "units"
    )]
    [InlineData(
        "a tenanted table has the one policy, for reading and for writing",
        "ALTER POLICY tenant ON units USING (tenant_id = coalesce(current_setting('app.tenant', true)::uuid, tenant_id))",
        "units"
    )]
    [InlineData(
        "a tenanted table has the one policy, for reading and for writing",
        "ALTER POLICY tenant ON units TO cobuilding_owner",
        "units"
    )]
    [InlineData("a shared table has one policy, for reading", "CREATE POLICY also ON districts FOR UPDATE USING (true)", "districts")]
    [InlineData("the primary key begins with tenant_id", "CREATE TABLE guilty (tenant_id uuid NOT NULL, id uuid PRIMARY KEY)")]
    [InlineData("the primary key begins with tenant_id", "CREATE TABLE guilty (tenant_id uuid NOT NULL, id uuid)")]
    [InlineData("every index, unique key and exclusion begins with tenant_id", "CREATE UNIQUE INDEX guilty ON units (name)")]
    [InlineData(
        "every index, unique key and exclusion begins with tenant_id",
        "ALTER TABLE appointments ADD CONSTRAINT guilty EXCLUDE USING gist (seat_id WITH =, daterange(\"from\", until) WITH &&)"
    )]
    [InlineData(
        "a foreign key begins with tenant_id on both sides",
        "CREATE TABLE guilty (tenant_id uuid NOT NULL, district_id uuid CONSTRAINT guilty REFERENCES districts (id))"
    )]
    [InlineData(
        "a foreign key begins with tenant_id on both sides",
        "CREATE TABLE other (id uuid, tenant_id uuid, u uuid, CONSTRAINT "
            + "guilty FOREIGN KEY (u, tenant_id) REFERENCES units (id, tenant_id))",
        "guilty",
        "CREATE UNIQUE INDEX ON units (id, tenant_id)"
    )]
    [InlineData(
        "a foreign key restricts or cascades, and never sets null",
        "CREATE TABLE other (tenant_id uuid, u uuid, CONSTRAINT guilty FOREIGN "
            + "KEY (tenant_id, u) REFERENCES units (tenant_id, id) ON DELETE SET NULL)"
    )]
    [InlineData("the web role deletes and truncates nothing", "GRANT DELETE ON units TO cobuilding_web", "units")]
    [InlineData("the web role deletes and truncates nothing", "GRANT TRUNCATE ON units TO cobuilding_web", "units")]
    [InlineData("the web role deletes and truncates nothing", "GRANT DELETE ON units TO PUBLIC", "units")]
    [InlineData("the web role only reads what is shared", "GRANT INSERT ON districts TO cobuilding_web", "districts")]
    [InlineData("the web role only reads what is shared", "GRANT UPDATE (name) ON districts TO cobuilding_web", "districts")]
    [InlineData("the web role only adds to the journal", "GRANT UPDATE (after) ON journal TO cobuilding_web", "journal")]
    [InlineData("the web role owns nothing", "CREATE TABLE guilty (tenant_id uuid); ALTER TABLE guilty OWNER TO cobuilding_web")]
    [InlineData("the web role makes nothing", "GRANT CREATE ON SCHEMA public TO cobuilding_web", "public")]
    [InlineData("the web role has no power over the wall", "ALTER ROLE cobuilding_web BYPASSRLS", "cobuilding_web")]
    [InlineData("the web role has no power over the wall", "GRANT cobuilding_owner TO cobuilding_web", "cobuilding_owner")]
    [InlineData("the owner is no superuser", "ALTER ROLE cobuilding_owner SUPERUSER", "cobuilding_owner")]
    [InlineData(
        "there are no triggers and no rules",
        "CREATE TRIGGER guilty BEFORE UPDATE ON units FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger()"
    )]
    [InlineData("a view asks with its reader's rights", "CREATE VIEW guilty AS SELECT * FROM units")]
    [InlineData("a view asks with its reader's rights", "CREATE MATERIALIZED VIEW guilty AS SELECT 1 AS one")]
    [InlineData(
        "no function runs with its owner's rights",
        "CREATE FUNCTION guilty() RETURNS bigint LANGUAGE sql SECURITY DEFINER AS 'SELECT count(*) FROM units'"
    )]
    [InlineData("all tables stand in one schema", "CREATE SCHEMA other; CREATE TABLE other.guilty (tenant_id uuid)")]
    public async Task Canary_the_fault_is_seen(string rule, string guilt, string fault = "guilty", string before = "")
    {
        await using var connection = await cluster.OpenScratchAsync(Ct);
        await using var transaction = await connection.BeginTransactionAsync(Ct);
        await using (var command = new NpgsqlCommand($"{before};{guilt}", connection, transaction))
            await command.ExecuteNonQueryAsync(Ct);

        Assert.Contains(fault, await FaultsAsync(connection, rule));
    }

    [Fact]
    public async Task Every_rule_has_a_canary()
    {
        await using var connection = await cluster.OpenScratchAsync(Ct);
        var canaries = typeof(CatalogueFence)
            .GetMethod(nameof(Canary_the_fault_is_seen))!
            .GetCustomAttributes(typeof(InlineDataAttribute), false)
            .Cast<InlineDataAttribute>()
            .Select(c => (string)c.Data[0]!);
        Assert.Equal(Rules.Keys.Order(StringComparer.Ordinal), canaries.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_entity_has_its_table_and_every_table_its_entity()
    {
        using var db = Model();
        await using var connection = new NpgsqlConnection(cluster.SuperuserConnection);
        await connection.OpenAsync(Ct);
        var tenanted = await AskAsync(connection, "SELECT relname FROM tables WHERE tenant IS NOT NULL");
        Assert.Equal(
            db.Model.GetEntityTypes()
                .Where(t => t.ClrType.IsAssignableTo(typeof(Tenanted)))
                .Select(t => t.GetTableName()!)
                .Order(StringComparer.Ordinal),
            tenanted.Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task The_tables_have_the_exclusion_constraints_that_the_model_declares_and_no_others()
    {
        await using var connection = await cluster.OpenScratchAsync(Ct);
        await using var transaction = await connection.BeginTransactionAsync(Ct);
        var (declared, found) = await ExclusionsAsync(connection);
        Assert.Equal(declared, found);
        Assert.Contains(found, c => c.StartsWith("ex_appointments_person ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("ALTER TABLE appointments DROP CONSTRAINT ex_appointments_person")]
    [InlineData("ALTER TABLE units ADD CONSTRAINT guilty EXCLUDE USING gist (tenant_id WITH =, id WITH =)")]
    [InlineData(
        "ALTER TABLE alternates DROP CONSTRAINT ex_alternates_seat, ADD CONSTRAINT ex_alternates_seat "
            + "EXCLUDE USING gist (tenant_id WITH =, seat_id WITH =, daterange(\"from\", until, '[)') WITH &&)"
    )]
    public async Task Canary_an_exclusion_constraint_that_is_missing_or_is_another_is_seen(string guilt)
    {
        await using var connection = await cluster.OpenScratchAsync(Ct);
        await using var transaction = await connection.BeginTransactionAsync(Ct);
        await using (var command = new NpgsqlCommand(guilt, connection, transaction))
            await command.ExecuteNonQueryAsync(Ct);
        var (declared, found) = await ExclusionsAsync(connection);
        Assert.NotEqual(declared, found);
    }

    /// <summary>As the catalogue shows those that the model declares, and those that are there.</summary>
    private static async Task<(List<string> Declared, List<string> Found)> ExclusionsAsync(NpgsqlConnection connection)
    {
        const string all =
            "SELECT concat_ws(' ', conname, conrelid::regclass, pg_get_constraintdef(oid)) "
            + "FROM pg_constraint WHERE contype = 'x' ORDER BY 1";
        var found = await AskAsync(connection, all);
        foreach (var words in found.Select(f => f.Split(' ')))
            await ExecuteAsync($"ALTER TABLE {words[1]} DROP CONSTRAINT {words[0]}");
        using var db = Model();
        foreach (var type in db.Model.GetEntityTypes())
        foreach (var declared in TableBuilding.ExclusionsIn(type.Note(TableBuilding.Exclusions)))
            await ExecuteAsync($"ALTER TABLE {type.GetTableName()} ADD {declared}");
        return (await AskAsync(connection, all), found);

        async Task ExecuteAsync(string sql)
        {
            await using var command = new NpgsqlCommand(sql, connection);
            await command.ExecuteNonQueryAsync(Ct);
        }
    }

    [Fact]
    public void Every_entity_says_who_reaches_it()
    {
        using var db = Model();
        Assert.Empty(db.Model.GetEntityTypes().SelectMany(ReachFaults));
    }

    [Fact]
    public void Canary_an_entity_that_does_not_say_who_reaches_it_is_seen()
    {
        var builder = new ModelBuilder();
        builder.Entity<GuiltyEntity>();
        builder.Entity<HalfGuiltyEntity>().DistrictWide(" ");
        builder.Entity<LostEntity>();
        Assert.Equal(
            [
                "GuiltyEntity: neither reach columns nor a reason to be district-wide",
                "GuiltyEntity: the filters Tenant and Reach are not both there",
                "HalfGuiltyEntity: district-wide without a reason",
                "HalfGuiltyEntity: the filter Tenant is not there",
                "LostEntity: has no tenant",
            ],
            builder.Model.GetEntityTypes().SelectMany(ReachFaults)
        );
    }

    private sealed class GuiltyEntity : Tenanted;

    private sealed class HalfGuiltyEntity : Tenanted;

    private sealed class LostEntity
    {
        public Guid Id { get; set; }
    }

    private static IEnumerable<string> ReachFaults(IReadOnlyEntityType type)
    {
        if (!type.ClrType.IsAssignableTo(typeof(Tenanted)))
        {
            if (type.ClrType != typeof(District))
                yield return $"{type.ClrType.Name}: has no tenant";
            yield break;
        }
        var filters = type.GetDeclaredQueryFilters().Select(f => f.Key).ToHashSet();
        var columns = new[] { TableBuilding.PlaceColumn, TableBuilding.UnitColumn, TableBuilding.SubjectColumn }
            .Select(type.Note)
            .OfType<string>()
            .ToList();
        if (type.Note(TableBuilding.DistrictWideReason) is { } reason)
        {
            if (reason.Trim().Length < 10)
                yield return $"{type.ClrType.Name}: district-wide without a reason";
            if (!filters.Contains(PortalDb.TenantFilter))
                yield return $"{type.ClrType.Name}: the filter Tenant is not there";
            yield break;
        }
        if (columns.Count == 0)
            yield return $"{type.ClrType.Name}: neither reach columns nor a reason to be district-wide";
        foreach (var column in columns.Where(c => type.FindProperty(c) is null))
            yield return $"{type.ClrType.Name}: no column {column}";
        if (!filters.IsSupersetOf([PortalDb.TenantFilter, "Reach"]))
            yield return $"{type.ClrType.Name}: the filters Tenant and Reach are not both there";
    }

    private static PortalDb Model() => new(PortalDatabase.Options(new NpgsqlConnection("Host=none")), Operation.None);

    private static Task<List<string>> FaultsAsync(NpgsqlConnection connection, string rule) => AskAsync(connection, Rules[rule]);

    private static async Task<List<string>> AskAsync(NpgsqlConnection connection, string question)
    {
        const string tables = """
            WITH tables AS (
                SELECT c.*, (SELECT attnum FROM pg_attribute WHERE attrelid = c.oid AND attname = 'tenant_id'
                    AND NOT attisdropped) AS tenant
                FROM pg_class c WHERE relkind IN ('r', 'p', 'f')
                    AND relnamespace::regnamespace::text NOT IN ('pg_catalog', 'information_schema', 'pg_toast')
                    AND relnamespace::regnamespace::text NOT LIKE 'pg_temp%')
            """;
        await using var command = new NpgsqlCommand($"{tables} SELECT * FROM ({question}) AS faults(fault)", connection);
        await using var reader = await command.ExecuteReaderAsync(Ct);
        List<string> faults = [];
        while (await reader.ReadAsync(Ct))
            faults.Add(reader.GetFieldValue<string>(0));
        return faults;
    }
}
