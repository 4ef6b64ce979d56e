namespace CoBuilding.Jobs.ChannelClients;

/// <summary>The connection failed; nothing was sent.</summary>
internal sealed class NotConnected(Delivery delivery) : Exception
{
    public Delivery Delivery { get; } = delivery;
}
