using System.Security.Cryptography;
using System.Text;
using CoBuilding.Access;
using CoBuilding.Committees.Retention;
using CoBuilding.Data;
using CoBuilding.Places;
using CoBuilding.Units.Ordering;

namespace CoBuilding.Web.Start;

/// <summary>
/// The daily tasks, district by district: a minute after each start and every night at 3:00 in China. They call use cases, and a missed
/// night is made up for later. The operation id is derived from district, day and task, so that one of several nodes runs it and the door
/// answers the others that it is done.
/// </summary>
public sealed class DailyJobs(DistrictList districts, PurgeMobiles purge, FillSearchKeys renew, TimeProvider clock, ILogger<DailyJobs> log)
    : BackgroundService
{
    private static readonly TimeOnly Hour = new(3, 0);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Delay(TimeSpan.FromMinutes(1), clock, stoppingToken);
        while (true)
        {
            await RunAsync(stoppingToken);
            await Task.Delay(UntilNext(clock.GetUtcNow()), clock, stoppingToken);
        }
    }

    /// <summary>One round. A district that fails is retried in the next round; the others are not affected.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        foreach (var district in await districts.AllAsync(ct))
        {
            try
            {
                var scope = Scope.ForClock(district.Id);
                await RepeatAsync(district, nameof(PurgeMobiles), id => purge.RunAsync(scope, new() { OperationId = id }, ct), ct);
                await RepeatAsync(district, nameof(FillSearchKeys), id => renew.RunAsync(scope, new() { OperationId = id }, ct), ct);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                log.LogError(failure, "The daily round failed in {District}", district.Slug);
            }
        }
    }

    /// <summary>Repeats until the task reports that nothing is left.</summary>
    private async Task RepeatAsync(District district, string action, Func<Guid, Task<bool>> run, CancellationToken ct)
    {
        var day = clock.GetUtcNow().ChinaDate();
        for (var (n, more) = (0, true); more; n++)
        {
            var id = new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"{district.Id} {day:O} {action} {n}")).AsSpan(0, 16));
            try
            {
                more = await TransientRetry.AskAsync(() => run(id), ct);
            }
            catch (AlreadyDone)
            {
                // Done by another node, or before a restart on the same day; the rest continues at the next number.
            }
        }
    }

    internal static TimeSpan UntilNext(DateTimeOffset now)
    {
        var today = ChinaTime.At(now.ChinaDate(), Hour);
        return (today > now ? today : ChinaTime.At(now.ChinaDate().AddDays(1), Hour)) - now;
    }
}
