namespace CoBuilding.Jobs.Channels;

/// <summary>Sends one message by one channel and returns the result. It never throws, and gives up after <see cref="Limit"/>.</summary>
public sealed class ChannelClient(TimeProvider clock, Outbound outbound) : IDisposable
{
    /// <summary>For one try, from resolving the name to the answer.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly GatewayHttpClient caller = new(outbound);

    /// <summary>For tests that do not wait so long.</summary>
    internal TimeSpan Patience { get; init; } = Limit;

    public async Task<Delivery> SendAsync(Channel channel, RenderedMessage rendered)
    {
        using var limit = new CancellationTokenSource(Patience);
        try
        {
            return channel.Kind switch
            {
                ChannelKind.Email => await new MailChannelClient(clock, outbound).SendAsync(channel, rendered, limit.Token),
                ChannelKind.Sms => await new SmsChannelClient(caller).SendAsync(channel, rendered, limit.Token),
                _ => await new RobotChannelClient(caller, clock).SendAsync(channel, rendered, limit.Token),
            };
        }
        catch (Exception failure) when (failure is UriFormatException or ArgumentException or FormatException or InvalidOperationException)
        {
            // Invalid address or setting: nothing was sent.
            return Delivery.Rejected(DeliveryFailure.Refused);
        }
    }

    public void Dispose() => caller.Dispose();
}
