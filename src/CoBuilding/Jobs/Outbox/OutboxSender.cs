using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Jobs.Channels;

namespace CoBuilding.Jobs.Outbox;

/// <summary>
/// Sends due messages of one district, one after the other. Several runners may work in parallel, also in different processes: each message
/// is claimed by one.
/// </summary>
public sealed class OutboxSender(ClaimMessage claim, RecordDelivery record, MarkMessagesUncertain abandon, ChannelClient channelClient)
{
    /// <param name="district">Whose messages.</param>
    /// <param name="most">The maximum number before other districts have their turn.</param>
    /// <param name="ct">Ends the round between two messages; the current one is completed.</param>
    public async Task SendDueAsync(Guid district, int most, CancellationToken ct)
    {
        var scope = Scope.ForClock(district);
        HashSet<ChannelKind> resting = [];
        for (var n = 0; n < most && !ct.IsCancellationRequested; n++)
        {
            if (await ClaimAsync(scope, resting, ct) is not { } claimed)
                return;
            if (claimed.Rendered is not { } rendered)
                continue;
            var delivery = await channelClient.SendAsync(claimed.Channel, rendered);
            var outcome = new RecordDelivery.Form { MessageId = claimed.MessageId, Delivery = delivery };
            await TransientRetry.RunAsync(() => record.RunAsync(scope, outcome, CancellationToken.None), CancellationToken.None);
            // Further messages for a failed server are skipped in this round.
            if (delivery.Failure is DeliveryFailure.NotReached or DeliveryFailure.ServerFailed or DeliveryFailure.NoAnswer)
                resting.Add(claimed.Channel.Kind);
        }
    }

    /// <summary>Marks messages left by a crashed runner as uncertain.</summary>
    public Task MarkUncertainAsync(Guid district, CancellationToken ct)
    {
        var form = new MarkMessagesUncertain.Form();
        return TransientRetry.RunAsync(() => abandon.RunAsync(Scope.ForClock(district), form, ct), ct);
    }

    private async Task<ClaimMessage.Claimed?> ClaimAsync(Scope scope, IReadOnlyCollection<ChannelKind> resting, CancellationToken ct)
    {
        var form = new ClaimMessage.Form { Resting = [.. resting] };
        try
        {
            return await TransientRetry.AskAsync(() => claim.RunAsync(scope, form, ct), ct);
        }
        catch (AlreadyDone)
        {
            // Claimed by an attempt whose acknowledgment was lost, so its text is not available; the message will become uncertain.
            return null;
        }
    }
}
