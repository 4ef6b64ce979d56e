using System.Threading.RateLimiting;
using CoBuilding.Web.Shell;
using Microsoft.Extensions.Caching.Memory;

namespace CoBuilding.Web.Links;

/// <summary>
/// Counts failed links per address and minute. Beyond the limit, unknown links of that address queue, one per second and ten at
/// most; links that worked on this node before are not delayed, so that one person cannot lock out an office that shares the address.
/// </summary>
internal sealed class FailedLinkLimiter(IConfiguration settings) : IDisposable
{
    private const int MostWaiting = 10;
    private const int MostKnown = 50_000;

    private static readonly TimeSpan KnownFor = TimeSpan.FromDays(1);

    private readonly PartitionedRateLimiter<string> failures = PartitionedRateLimiter.Create<string, string>(address =>
        RateLimitPartition.GetFixedWindowLimiter(
            address,
            _ => new FixedWindowRateLimiterOptions
            {
                PermitLimit = settings.GetValue("Links:FailuresPerMinute", 30),
                Window = TimeSpan.FromMinutes(1),
                QueueLimit = 0,
            }
        )
    );

    private readonly PartitionedRateLimiter<string> queue = PartitionedRateLimiter.Create<string, string>(address =>
        RateLimitPartition.GetTokenBucketLimiter(
            address,
            _ => new TokenBucketRateLimiterOptions
            {
                TokenLimit = 1,
                TokensPerPeriod = 1,
                ReplenishmentPeriod = TimeSpan.FromSeconds(1),
                QueueLimit = MostWaiting,
            }
        )
    );

    private readonly MemoryCache known = new(new MemoryCacheOptions { SizeLimit = MostKnown });

    public void Count(HttpContext context)
    {
        using var lease = failures.AttemptAcquire(ClientAddress.Of(context));
    }

    /// <summary>False if too many requests of this address are already waiting. Addresses below the limit do not wait.</summary>
    public async ValueTask<bool> WaitAsync(HttpContext context, CancellationToken ct)
    {
        var address = ClientAddress.Of(context);
        if (failures.GetStatistics(address) is not { CurrentAvailablePermits: 0 })
            return true;
        using var lease = await queue.AcquireAsync(address, cancellationToken: ct);
        return lease.IsAcquired;
    }

    public bool IsKnown(LinkKey link) => known.TryGetValue(link, out _);

    public void Remember(LinkKey link) => known.Set(link, true, new MemoryCacheEntryOptions { Size = 1, SlidingExpiration = KnownFor });

    public void Forget(LinkKey link) => known.Remove(link);

    public void Dispose()
    {
        failures.Dispose();
        queue.Dispose();
        known.Dispose();
    }
}
