using CoBuilding.Web.Districts;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CoBuilding.Web.Start;

/// <summary>
/// <c>/health/live</c>: the process responds. <c>/health/ready</c>: the database is reachable, migrated, and its role is safe.
/// </summary>
public static class Health
{
    internal const string Root = "/health";

    public static void AddHealth(this IServiceCollection services)
    {
        services.AddSingleton<Readiness>();
        services.AddHealthChecks().AddCheck<DatabaseIsReady>("database");
    }

    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks(Root + "/live", new HealthCheckOptions { Predicate = _ => false }).OutsideDistricts("asked by machines");
        app.MapHealthChecks(Root + "/ready").OutsideDistricts("asked by machines");
    }

    private sealed class DatabaseIsReady(Readiness readiness) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            readiness.NowAsync().WaitAsync(cancellationToken);
    }
}
