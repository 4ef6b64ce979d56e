using System.Net;
using System.Net.Sockets;

namespace CoBuilding.Jobs.Carriers;

/// <summary>
/// Connections that the portal opens to servers named in the settings. The address is looked at after the name was resolved and is the one that is
/// connected to, so that no name leads into the portal's own network unless the channel allows it.
/// </summary>
internal static class Outbound
{
    public static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(10);

    /// <exception cref="NotConnected">No such name, nobody there, too slow, or not allowed.</exception>
    /// <param name="isPlain">Without TLS: then nothing but a private network will do.</param>
    public static async Task<Socket> ConnectAsync(string host, int port, bool allowsPrivate, bool isPlain, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(ConnectTimeout);
        try
        {
            var addresses = IPAddress.TryParse(host, out var literal) ? [literal] : await Dns.GetHostAddressesAsync(host, limit.Token);
            if (addresses.Any(a => IsPrivate(a) ? !allowsPrivate : isPlain)) throw new NotConnected(Delivery.Never(Trouble.AddressForbidden));
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(addresses, port, limit.Token);
                return socket;
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        }
        catch (Exception failure) when (failure is SocketException or OperationCanceledException && !ct.IsCancellationRequested)
        {
            throw new NotConnected(Delivery.NotNow(Trouble.NotReached));
        }
    }

    /// <summary>This machine, a private network, or anything else that is not the open internet.</summary>
    internal static bool IsPrivate(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        if (address.AddressFamily == AddressFamily.InterNetworkV6)
            return IPAddress.IsLoopback(address) || address.Equals(IPAddress.IPv6Any) || address.IsIPv6LinkLocal || address.IsIPv6SiteLocal || address.IsIPv6UniqueLocal
                || address.IsIPv6Multicast || Embeds(address);
        return NotOpen.Any(n => n.Contains(address));
    }

    /// <summary>IPv6 that stands for IPv4: 6to4, Teredo, NAT64.</summary>
    private static bool Embeds(IPAddress address) => Translated.Any(n => n.Contains(address));

    private static readonly IPNetwork[] NotOpen =
    [
        IPNetwork.Parse("0.0.0.0/8"), IPNetwork.Parse("10.0.0.0/8"), IPNetwork.Parse("100.64.0.0/10"), IPNetwork.Parse("127.0.0.0/8"), IPNetwork.Parse("169.254.0.0/16"),
        IPNetwork.Parse("172.16.0.0/12"), IPNetwork.Parse("192.0.0.0/24"), IPNetwork.Parse("192.168.0.0/16"), IPNetwork.Parse("198.18.0.0/15"), IPNetwork.Parse("224.0.0.0/3"),
    ];

    private static readonly IPNetwork[] Translated = [IPNetwork.Parse("2002::/16"), IPNetwork.Parse("2001::/32"), IPNetwork.Parse("64:ff9b::/96"), IPNetwork.Parse("::/96")];
}

/// <summary>Nothing was handed over.</summary>
internal sealed class NotConnected(Delivery delivery) : Exception
{
    public Delivery Delivery { get; } = delivery;
}
