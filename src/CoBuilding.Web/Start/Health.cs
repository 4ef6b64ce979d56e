using CoBuilding.Data;
using CoBuilding.Web.Districts;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace CoBuilding.Web.Start;

/// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: the database is reached, migrated, and its role is safe.</summary>
public static class Health
{
    public static void AddHealth(this IServiceCollection services) => services.AddHealthChecks().AddCheck<DatabaseIsReady>("database");

    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).OutsideDistricts("asked by machines");
        app.MapHealthChecks("/health/ready").OutsideDistricts("asked by machines");
    }

    private sealed class DatabaseIsReady(NpgsqlDataSource source) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            try
            {
                await PortalProbe.CheckAsync(source, cancellationToken);
                var pending = await PortalDatabase.PendingAsync(source, cancellationToken);
                return pending.Count == 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy($"{pending.Count} migrations are missing");
            }
            catch (UnsafeDatabase unsafeDatabase)
            {
                return HealthCheckResult.Unhealthy(unsafeDatabase.Message);
            }
        }
    }
}
