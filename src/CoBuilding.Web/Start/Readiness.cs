using CoBuilding.Data;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace CoBuilding.Web.Start;

/// <summary>Whether the database is reachable, migrated and safe; checked at most once a second.</summary>
internal sealed class Readiness(NpgsqlDataSource source, TimeProvider clock)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);

    private readonly Lock turn = new();
    private Task<HealthCheckResult>? last;
    private long begun;

    public Task<HealthCheckResult> NowAsync()
    {
        lock (turn)
        {
            if (last is null || (last.IsCompleted && clock.GetElapsedTime(begun) >= Fresh))
                (last, begun) = (FindOutAsync(), clock.GetTimestamp());
            return last;
        }
    }

    private async Task<HealthCheckResult> FindOutAsync()
    {
        try
        {
            await PortalProbe.CheckAsync(source, CancellationToken.None);
            var pending = await PortalDatabase.PendingAsync(source, CancellationToken.None);
            return pending.Count == 0
                ? HealthCheckResult.Healthy()
                : HealthCheckResult.Unhealthy($"{pending.Count} migrations are missing");
        }
        catch (UnsafeDatabase unsafeDatabase)
        {
            return HealthCheckResult.Unhealthy(unsafeDatabase.Message);
        }
    }
}
