using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Infrastructure.Internal;
using Npgsql.EntityFrameworkCore.PostgreSQL.Migrations;

namespace CoBuilding.Data;

/// <summary>
/// Adds the row-level security policy, exclusion constraint and the web role's privileges for every new table, in the migration that
/// creates it.
/// </summary>
#pragma warning disable EF1001 // the generator's constructor takes the provider's options
internal sealed class PolicySql(MigrationsSqlGeneratorDependencies dependencies, INpgsqlSingletonOptions options)
    : NpgsqlMigrationsSqlGenerator(dependencies, options)
#pragma warning restore EF1001
{
    public const string WebRole = "cobuilding_web";

    protected override void Generate(
        CreateTableOperation operation,
        IModel? model,
        MigrationCommandListBuilder builder,
        bool terminate = true
    )
    {
        base.Generate(operation, model, builder, terminate);
        var type = model?.GetEntityTypes().FirstOrDefault(t => t.GetTableName() == operation.Name);
        if (type is null)
            return;

        var table = Dependencies.SqlGenerationHelper.DelimitIdentifier(operation.Name);
        var tenanted = operation.Columns.Any(c => c.Name == "tenant_id");
        Say($"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY");
        Say($"ALTER TABLE {table} FORCE ROW LEVEL SECURITY");
        Say(
            tenanted
                ? $"CREATE POLICY tenant ON {table} USING (tenant_id = current_setting('app.tenant')::uuid) "
                    + "WITH CHECK (tenant_id = current_setting('app.tenant')::uuid)"
                : $"CREATE POLICY shared ON {table} FOR SELECT USING (true)"
        );
        Say($"GRANT {Privileges(tenanted, type)} ON {table} TO {WebRole}");
        if (type.Note(TableBuilding.ExclusionSql) is { } exclusion)
            Say($"ALTER TABLE {table} ADD {exclusion}");

        void Say(string sql) => builder.AppendLine(sql + Dependencies.SqlGenerationHelper.StatementTerminator).EndCommand();
    }

    private static string Privileges(bool tenanted, IEntityType type) =>
        !tenanted ? "SELECT"
        : type.FindAnnotation(TableBuilding.AppendOnlyMark) is null ? "SELECT, INSERT, UPDATE"
        : "SELECT, INSERT";
}
