using CoBuilding.Jobs;
using CoBuilding.Jobs.Channels;
using CoBuilding.Jobs.Outbox;

namespace CoBuilding.Demo;

/// <summary>Simulates sent messages without sending: the gateway's answers are simulated, and the channel is disabled afterwards.</summary>
internal static class SendingStory
{
    private static readonly SetSmsChannel.Form Gateway = new()
    {
        Url = "https://sms.example.cn/send",
        Body = """{"phone":"{mobile}","content":"{text}","id":"{id}"}""",
        SuccessField = "result",
        SuccessMark = "ok",
    };

    public static async Task SetUpAsync(DemoUser admin, CancellationToken ct)
    {
        await admin.DoAsync<SetMessageSetting>(
            (set, who) => set.RunAsync(who, new() { PortalAddress = "https://dj.example.cn/ganjingzi/" }, ct),
            ct
        );
        await admin.DoAsync<SetSmsChannel>((set, who) => set.RunAsync(who, Gateway with { OperationId = Guid.CreateVersion7() }, ct), ct);
    }

    /// <summary>Processes the pending messages, one of which is refused.</summary>
    public static async Task GoOutAsync(DemoUser user, CancellationToken ct)
    {
        ClaimMessage.Claimed? claimed = null;
        for (var n = 0; ; n++)
        {
            await user.ByClockAsync<ClaimMessage>(async (claim, clock) => claimed = await claim.RunAsync(clock, new(), ct));
            if (claimed is null)
                break;
            if (claimed.Rendered is null)
                continue;
            var delivery = n == 2 ? Delivery.Rejected(DeliveryFailure.Refused, "HTTP 400") : Delivery.Accepted;
            await user.ByClockAsync<RecordDelivery>(
                (record, clock) => record.RunAsync(clock, new() { MessageId = claimed.MessageId, Delivery = delivery }, ct)
            );
        }
        await user.Of("admin")
            .DoAsync<SetSmsChannel>(
                (set, who) => set.RunAsync(who, Gateway with { OperationId = Guid.CreateVersion7(), IsOn = false }, ct),
                ct
            );
    }
}
