namespace CoBuilding.Jobs.ChannelClients;

/// <summary>Nothing was handed over.</summary>
internal sealed class NotConnected(Delivery delivery) : Exception
{
    public Delivery Delivery { get; } = delivery;
}
