using System.Net;
using System.Net.NetworkInformation;
using Npgsql;

namespace CoBuilding.Jobs.Channels;

/// <summary>
/// The addresses of the portal's own database, from its connection string. A server on this machine may listen at any of the machine's
/// addresses, so its port is blocked at all of them; the same applies to a server reached by a Unix socket.
/// </summary>
internal sealed class PortalDatabaseAddress(string connection)
{
    /// <summary>A null host: this machine.</summary>
    private readonly IReadOnlyList<(string? Host, int Port)> servers = ServersOf(connection);

    /// <param name="resolveAsync">The addresses of a host of the connection string, now.</param>
    /// <param name="ofThisMachine">The machine's own addresses, beside loopback.</param>
    public async Task<bool> IsAmongAsync(
        IReadOnlyList<IPAddress> addresses,
        int port,
        Func<string, Task<IReadOnlyList<IPAddress>>> resolveAsync,
        Func<IEnumerable<IPAddress>> ofThisMachine
    )
    {
        foreach (var (host, _) in servers.Where(s => s.Port == port))
        {
            var listens = host is null ? [IPAddress.Loopback] : await resolveAsync(host);
            if (addresses.Any(listens.Contains))
                return true;
            var here = ofThisMachine().ToHashSet();
            if (listens.Any(IsHere) && addresses.Any(IsHere))
                return true;

            bool IsHere(IPAddress address) =>
                IPAddress.IsLoopback(address)
                || here.Contains(address)
                || address.Equals(IPAddress.Any)
                || address.Equals(IPAddress.IPv6Any);
        }
        return false;
    }

    public static IEnumerable<IPAddress> AddressesOfThisMachine() =>
        NetworkInterface
            .GetAllNetworkInterfaces()
            .SelectMany(i => i.GetIPProperties().UnicastAddresses)
            .Select(a => AddressKinds.Plain(a.Address));

    private static List<(string? Host, int Port)> ServersOf(string connection)
    {
        var settings = new NpgsqlConnectionStringBuilder(connection);
        return
        [
            .. (settings.Host ?? "")
                .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Select(host => Read(host, settings.Port)),
        ];
    }

    /// <summary>As Npgsql reads it: a folder of sockets, or a host with or without a port of its own.</summary>
    private static (string? Host, int Port) Read(string host, int port)
    {
        if (host[0] is '/' or '@')
            return (null, port);
        var colon = host.LastIndexOf(':');
        if (colon < 0 || (host.IndexOf(':', StringComparison.Ordinal) < colon && host.LastIndexOf(']') != colon - 1))
            return (host, port);
        return int.TryParse(host.AsSpan(colon + 1), out var own) ? (host[..colon], own) : (host, port);
    }
}
