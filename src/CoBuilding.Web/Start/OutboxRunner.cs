using CoBuilding.Jobs.Outbox;
using CoBuilding.Places.Districts;

namespace CoBuilding.Web.Start;

/// <summary>
/// Sends pending messages of all districts every few seconds, several districts in parallel. Every node runs it: a message is claimed
/// before it is sent (<see cref="ClaimMessage"/>), so that only one node sends it.
/// </summary>
public sealed class OutboxRunner(DistrictList districts, OutboxSender outboxSender, TimeProvider clock, ILogger<OutboxRunner> log)
    : BackgroundService
{
    private const int AtOnce = 4;
    private const int MostOfOne = 100;
    private const int RoundsUntilLook = 12;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var round = 0; ; round++)
        {
            await Task.Delay(Pause, clock, stoppingToken);
            try
            {
                await RunAsync(round % RoundsUntilLook == 0, stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                log.LogError(failure, "The list of districts could not be read for their messages");
            }
        }
    }

    /// <summary>One round. A district that fails is retried in the next; the others are not affected.</summary>
    /// <param name="looks">Whether to look for messages left by a crashed runner.</param>
    private async Task RunAsync(bool looks, CancellationToken ct) =>
        await Parallel.ForEachAsync(
            await districts.AllAsync(ct),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct },
            async (district, stop) =>
            {
                try
                {
                    if (looks)
                        await outboxSender.MarkUncertainAsync(district.Id, stop);
                    await outboxSender.SendDueAsync(district.Id, MostOfOne, stop);
                }
                catch (Exception failure) when (failure is not OperationCanceledException)
                {
                    log.LogError(failure, "Messages of {District} could not be sent", district.Slug);
                }
            }
        );
}
