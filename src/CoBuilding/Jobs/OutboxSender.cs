using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Jobs.ChannelClients;

namespace CoBuilding.Jobs;

/// <summary>Sends what is due in one district, one message after the other. Several may do so at once, in one process or in many: each message has one of them.</summary>
public sealed class OutboxSender(ClaimMessage claim, RecordDelivery record, MarkMessagesUncertain abandon, ChannelClient channelClient)
{
    /// <param name="district">Whose messages.</param>
    /// <param name="most">After so many the other districts have their turn.</param>
    /// <param name="ct">Ends the round between two messages: what is in hand is handed over and written down.</param>
    public async Task SendDueAsync(Guid district, int most, CancellationToken ct)
    {
        var scope = Scope.ForClock(district);
        HashSet<ChannelKind> resting = [];
        for (var n = 0; n < most && !ct.IsCancellationRequested; n++)
        {
            if (await ClaimAsync(scope, resting, ct) is not { } claimed) return;
            if (claimed.Rendered is not { } rendered) continue;
            var delivery = await channelClient.SendAsync(claimed.Channel, rendered);
            var outcome = new RecordDelivery.Form { MessageId = claimed.MessageId, Delivery = delivery };
            await TransientRetry.RunAsync(() => record.RunAsync(scope, outcome, CancellationToken.None), CancellationToken.None);
            // A server that is down keeps the next of its messages from waiting for it as well.
            if (delivery.Failure is DeliveryFailure.NotReached or DeliveryFailure.ServerFailed or DeliveryFailure.NoAnswer) resting.Add(claimed.Channel.Kind);
        }
    }

    /// <summary>Puts in doubt what a runner left behind that died.</summary>
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
            // Taken in hand by a try whose acknowledgment was lost, and its text with it: that message will be in doubt.
            return null;
        }
    }
}
