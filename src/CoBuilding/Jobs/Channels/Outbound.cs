using System.Net;
using System.Net.Sockets;

namespace CoBuilding.Jobs.Channels;

/// <summary>
/// Opens connections to servers named in a district's settings. The address is checked after name resolution and is the one that is
/// connected to, so that no name leads to a private network that the operator has not listed, or to the portal's own database.
/// </summary>
public sealed class Outbound(OutboundSettings settings, string portalConnection)
{
    internal static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(10);

    private readonly PortalDatabaseAddress database = new(portalConnection);

    /// <summary>This and the next two are replaced in tests without network access.</summary>
    internal Func<string, CancellationToken, Task<IPAddress[]>> ResolveAsync { get; init; } = Dns.GetHostAddressesAsync;
    internal Func<IReadOnlyList<IPAddress>, int, CancellationToken, Task<Stream>> DialAsync { get; init; } = OpenSocketAsync;
    internal Func<IEnumerable<IPAddress>> AddressesOfThisMachine { get; init; } = PortalDatabaseAddress.AddressesOfThisMachine;

    /// <summary>Whether the operator allows a connection without TLS there, as far as can be told before the name is resolved.</summary>
    public bool MayBePlain(string host) =>
        IPAddress.TryParse(host, out var literal) ? !IsForbidden(AddressKinds.Plain(literal), isPlain: true) : settings.Allowed.Count > 0;

    /// <param name="isPlain">Without TLS, which is allowed only in networks listed by the operator.</param>
    /// <exception cref="NotConnected">The name is unknown, or the server is unreachable, too slow or not allowed.</exception>
    internal async Task<Stream> ConnectAsync(string host, int port, bool isPlain, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(ConnectTimeout);
        try
        {
            var addresses = await AddressesOfAsync(host, limit.Token);
            if (
                addresses.Any(a => IsForbidden(a, isPlain))
                || await database.IsAmongAsync(addresses, port, name => AddressesOfAsync(name, limit.Token), AddressesOfThisMachine)
            )
                throw new NotConnected(Delivery.Rejected(DeliveryFailure.AddressForbidden));
            return await DialAsync(addresses, port, limit.Token);
        }
        catch (Exception failure) when (failure is SocketException or OperationCanceledException && !ct.IsCancellationRequested)
        {
            throw new NotConnected(Delivery.Retry(DeliveryFailure.NotReached));
        }
    }

    private async Task<IReadOnlyList<IPAddress>> AddressesOfAsync(string host, CancellationToken ct)
    {
        var found = IPAddress.TryParse(host, out var literal) ? [literal] : await ResolveAsync(host, ct);
        return found.Length > 0 ? [.. found.Select(AddressKinds.Plain)] : throw new SocketException((int)SocketError.HostNotFound);
    }

    private bool IsForbidden(IPAddress address, bool isPlain) =>
        AddressKinds.IsAlwaysForbidden(address)
        || ((isPlain || AddressKinds.IsPrivate(address)) && !settings.Allowed.Any(n => n.Contains(address)));

    private static async Task<Stream> OpenSocketAsync(IReadOnlyList<IPAddress> addresses, int port, CancellationToken ct)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync([.. addresses], port, ct);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
