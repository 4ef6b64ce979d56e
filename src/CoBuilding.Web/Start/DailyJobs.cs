using System.Security.Cryptography;
using System.Text;
using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Jobs;
using CoBuilding.Places.Districts;
using CoBuilding.Texts;

namespace CoBuilding.Web.Start;

/// <summary>
/// The daily jobs of the rooms, district by district: a minute after each start and every night at 3:00 in China. A missed night is made up
/// for later. The operation id is derived from district, day and job, so that one of several nodes runs it and the door answers the others
/// that it is done.
/// </summary>
public sealed class DailyJobs(DistrictList districts, IEnumerable<IDailyJob> jobs, TimeProvider clock, ILogger<DailyJobs> log)
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

    /// <summary>One round. What fails is retried in the next round; the other jobs and districts are not affected.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        foreach (var district in await districts.AllAsync(ct))
        foreach (var job in jobs)
        {
            try
            {
                await RepeatAsync(district, job, ct);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                log.LogError(failure, "{Job} failed in {District}", job.GetType().Name, district.Slug);
            }
        }
    }

    /// <summary>Repeats until the job reports that nothing is left.</summary>
    private async Task RepeatAsync(District district, IDailyJob job, CancellationToken ct)
    {
        var (scope, day, name) = (Scope.ForClock(district.Id), clock.GetUtcNow().ChinaDate(), job.GetType().Name);
        for (var (n, more) = (0, true); more; n++)
        {
            var id = new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"{district.Id} {day:O} {name} {n}")).AsSpan(0, 16));
            try
            {
                more = await TransientRetry.AskAsync(() => job.RunAsync(scope, id, ct), ct);
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
