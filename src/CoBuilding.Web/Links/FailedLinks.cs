using System.Threading.RateLimiting;

namespace CoBuilding.Web.Links;

/// <summary>Counts links that lead nowhere, per address and minute. Links that are good are never counted and never refused.</summary>
internal sealed class FailedLinks(IConfiguration settings) : IDisposable
{
    private readonly PartitionedRateLimiter<HttpContext> limiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
        RateLimitPartition.GetFixedWindowLimiter(context.Connection.RemoteIpAddress?.ToString() ?? "", _ => new FixedWindowRateLimiterOptions
        {
            PermitLimit = settings.GetValue("Links:FailuresPerMinute", 30), Window = TimeSpan.FromMinutes(1), QueueLimit = 0,
        }));

    /// <summary>False when this address has failed too often.</summary>
    public bool Count(HttpContext context)
    {
        using var lease = limiter.AttemptAcquire(context);
        return lease.IsAcquired;
    }

    public void Dispose() => limiter.Dispose();
}
