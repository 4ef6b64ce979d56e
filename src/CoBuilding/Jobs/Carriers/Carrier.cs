namespace CoBuilding.Jobs.Carriers;

/// <summary>Hands one letter over by one channel and says what became of it. It never throws, and gives up after <see cref="Limit"/>.</summary>
public sealed class Carrier(TimeProvider clock, Outbound outbound) : IDisposable
{
    /// <summary>For one try, from resolving the name to the answer.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly WebCaller caller = new(outbound);

    /// <summary>For tests that do not wait so long.</summary>
    internal TimeSpan Patience { get; init; } = Limit;

    public async Task<Delivery> SendAsync(Channel channel, Letter letter)
    {
        using var limit = new CancellationTokenSource(Patience);
        try
        {
            return channel.Kind switch
            {
                ChannelKind.Email => await new MailCarrier(clock, outbound).SendAsync(channel, letter, limit.Token),
                ChannelKind.Sms => await new SmsCarrier(caller).SendAsync(channel, letter, limit.Token),
                _ => await new RobotCarrier(caller, clock).SendAsync(channel, letter, limit.Token),
            };
        }
        catch (Exception failure) when (failure is UriFormatException or ArgumentException or FormatException or InvalidOperationException)
        {
            // An address or a setting of which no request can be made: nothing was handed over.
            return Delivery.Never(Trouble.Refused);
        }
    }

    public void Dispose() => caller.Dispose();
}
