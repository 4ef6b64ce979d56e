using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;

namespace CoBuilding.Data;

/// <summary>Creates all data sources and EF options.</summary>
public static class PortalDatabase
{
    /// <summary>The web role's pool.</summary>
    /// <exception cref="UnsafeDatabase">The connection string asks for a mode in which a tenant's binding could outlive its
    /// transaction.</exception>
    public static NpgsqlDataSource Open(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        if (settings.Multiplexing)
            throw new UnsafeDatabase("Multiplexing=true shares connections between operations; remove it.");
        if (settings.NoResetOnClose)
            throw new UnsafeDatabase("No Reset On Close=true lets settings outlive an operation; remove it.");
        return NpgsqlDataSource.Create(settings);
    }

    /// <summary>
    /// The web role's pool for creating a whole district: commits do not wait for the disk. The district is not visible before the
    /// owner enters it into the list, and that commit waits for all earlier ones.
    /// </summary>
    /// <exception cref="UnsafeDatabase">As for <see cref="Open"/>.</exception>
    public static NpgsqlDataSource OpenForDistrictCreation(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        settings.Options = $"{settings.Options} -c synchronous_commit=off".Trim();
        return Open(settings.ConnectionString);
    }

    /// <summary>Applies the migrations as the owner.</summary>
    /// <exception cref="UnsafeDatabase">Another version made the tables, whose migrations this one does not know.</exception>
    public static async Task MigrateAsync(string ownerConnection, CancellationToken ct = default)
    {
        await using var source = NpgsqlDataSource.Create(ownerConnection);
        await using var connection = source.CreateConnection();
        await using var db = new PortalDb(Options(connection), Operation.None);
        var unknown = (await db.Database.GetAppliedMigrationsAsync(ct)).Except(db.Database.GetMigrations()).ToList();
        if (unknown.Count > 0)
            throw new UnsafeDatabase(
                $"The tables were made by another version of the portal (migration {unknown[0]}), "
                    + "and this one does not bring them up to date. "
                    + "Use an empty database, for the demo: deploy/dev --fresh."
            );
        await db.Database.MigrateAsync(ct);
    }

    /// <summary>
    /// Enters a district into the list of districts, as the owner; returns the id it has there, an earlier one's if it was entered before.
    /// </summary>
    public static async Task<Guid> EnterDistrictAsync(string ownerConnection, District district, CancellationToken ct = default)
    {
        await using var source = NpgsqlDataSource.Create(ownerConnection);
        await using var insert = source.CreateCommand(
            """
            INSERT INTO districts (id, slug, code, name, created_at, is_demo) VALUES ($1, $2, $3, $4, $5, $6)
            ON CONFLICT (slug) DO UPDATE SET slug = EXCLUDED.slug RETURNING id
            """
        );
        foreach (
            var value in new object[] { district.Id, district.Slug, district.Code, district.Name, district.CreatedAt, district.IsDemo }
        )
            insert.Parameters.Add(new() { Value = value });
        return (Guid)(await insert.ExecuteScalarAsync(ct))!;
    }

    /// <summary>The names of migrations that the database still lacks.</summary>
    public static async Task<IReadOnlyList<string>> PendingAsync(NpgsqlDataSource source, CancellationToken ct)
    {
        await using var connection = source.CreateConnection();
        await using var db = new PortalDb(Options(connection), Operation.None);
        return [.. await db.Database.GetPendingMigrationsAsync(ct)];
    }

    internal static DbContextOptions<PortalDb> Options(NpgsqlConnection? connection, params IInterceptor[] interceptors)
    {
        var builder = new DbContextOptionsBuilder<PortalDb>();
        if (connection is null)
            builder.UseNpgsql(Settings);
        else
            builder.UseNpgsql(connection, Settings);
        return builder
            .UseSnakeCaseNamingConvention()
            .ReplaceService<IMigrationsSqlGenerator, PolicySql>()
            .ReplaceService<IRelationalAnnotationProvider, TableAnnotations>()
            .ConfigureWarnings(warnings =>
            {
                // The tables of rooms in further assemblies stand in no migration of the portal's.
                if (RoomAssemblies.Further.Any())
                    warnings.Ignore(RelationalEventId.PendingModelChangesWarning);
            })
            .AddInterceptors(interceptors)
            .Options;

        static void Settings(Npgsql.EntityFrameworkCore.PostgreSQL.Infrastructure.NpgsqlDbContextOptionsBuilder npgsql) =>
            npgsql.MigrationsHistoryTable("migrations_history").SetPostgresVersion(15, 0);
    }
}
