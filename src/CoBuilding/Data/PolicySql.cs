using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Infrastructure.Internal;
using Npgsql.EntityFrameworkCore.PostgreSQL.Migrations;

namespace CoBuilding.Data;

/// <summary>
/// Adds the row-level security policy, exclusion constraints and the web role's privileges for every new table, in the migration that
/// creates it; and exclusion constraints that a later migration adds to it or takes from it.
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
        Add(builder, $"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY");
        Add(builder, $"ALTER TABLE {table} FORCE ROW LEVEL SECURITY");
        Add(
            builder,
            tenanted
                ? $"CREATE POLICY tenant ON {table} USING (tenant_id = current_setting('app.tenant')::uuid) "
                    + "WITH CHECK (tenant_id = current_setting('app.tenant')::uuid)"
                : $"CREATE POLICY shared ON {table} FOR SELECT USING (true)"
        );
        Add(builder, $"GRANT {Privileges(tenanted, type)} ON {table} TO {WebRole}");
        foreach (var exclusion in TableBuilding.ExclusionsIn(type.Note(TableBuilding.Exclusions)))
            Add(builder, $"ALTER TABLE {table} ADD {exclusion}");
    }

    protected override void Generate(AlterTableOperation operation, IModel? model, MigrationCommandListBuilder builder)
    {
        base.Generate(operation, model, builder);
        var table = Dependencies.SqlGenerationHelper.DelimitIdentifier(operation.Name);
        var before = TableBuilding.ExclusionsIn(operation.OldTable[TableBuilding.Exclusions] as string);
        var after = TableBuilding.ExclusionsIn(operation[TableBuilding.Exclusions] as string);
        foreach (var constraint in before.Except(after))
            Add(builder, $"ALTER TABLE {table} DROP CONSTRAINT {constraint.Split(' ')[1]}");
        foreach (var constraint in after.Except(before))
            Add(builder, $"ALTER TABLE {table} ADD {constraint}");
    }

    private void Add(MigrationCommandListBuilder builder, string sql) =>
        builder.AppendLine(sql + Dependencies.SqlGenerationHelper.StatementTerminator).EndCommand();

    private static string Privileges(bool tenanted, IEntityType type) =>
        !tenanted ? "SELECT"
        : type.FindAnnotation(TableBuilding.AppendOnlyMark) is null ? "SELECT, INSERT, UPDATE"
        : "SELECT, INSERT";
}
