namespace CoBuilding.Jobs.Channels;

/// <summary>The connection failed; nothing was sent.</summary>
internal sealed class NotConnected(Delivery delivery) : Exception
{
    public Delivery Delivery { get; } = delivery;
}
