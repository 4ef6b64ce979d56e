using System.Threading.RateLimiting;
using CoBuilding.Web.Shell;
using Microsoft.Extensions.Caching.Memory;

namespace CoBuilding.Web.Links;

/// <summary>
/// Counts links that lead nowhere, per address and minute. Beyond the limit the address's unknown links queue, one a second and ten at
/// most; those that led somewhere on this node before pass, so that an office behind one address is not locked out by somebody in it.
/// </summary>
internal sealed class FailedLinkLimiter(IConfiguration settings) : IDisposable
{
    private const int MostWaiting = 10;
    private const int MostKnown = 50_000;

    private static readonly TimeSpan KnownFor = TimeSpan.FromDays(1);

    private readonly PartitionedRateLimiter<string> failures = PartitionedRateLimiter.Create<string, string>(address =>
        RateLimitPartition.GetFixedWindowLimiter(address, _ => new FixedWindowRateLimiterOptions
        {
            PermitLimit = settings.GetValue("Links:FailuresPerMinute", 30), Window = TimeSpan.FromMinutes(1), QueueLimit = 0,
        }));

    private readonly PartitionedRateLimiter<string> queue = PartitionedRateLimiter.Create<string, string>(address =>
        RateLimitPartition.GetTokenBucketLimiter(address, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = 1, TokensPerPeriod = 1, ReplenishmentPeriod = TimeSpan.FromSeconds(1), QueueLimit = MostWaiting,
        }));

    private readonly MemoryCache known = new(new MemoryCacheOptions { SizeLimit = MostKnown });

    public void Count(HttpContext context)
    {
        using var lease = failures.AttemptAcquire(ClientAddress.Of(context));
    }

    /// <summary>False when too many of this address wait already. Nobody waits whose address has not failed too often.</summary>
    public async ValueTask<bool> WaitAsync(HttpContext context, CancellationToken ct)
    {
        var address = ClientAddress.Of(context);
        if (failures.GetStatistics(address) is not { CurrentAvailablePermits: 0 }) return true;
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
