using Npgsql;

namespace CoBuilding.Data;

/// <summary>For <c>dotnet ef</c> alone.</summary>
internal sealed class PortalDbForMigrations : Microsoft.EntityFrameworkCore.Design.IDesignTimeDbContextFactory<PortalDb>
{
    public PortalDb CreateDbContext(string[] args) => new(PortalDatabase.Options(new NpgsqlConnection("Host=none")), Operation.None);
}
