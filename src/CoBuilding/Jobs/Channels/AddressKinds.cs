using System.Net;
using System.Net.Sockets;

namespace CoBuilding.Jobs.Channels;

/// <summary>
/// Classifies IP addresses independent of settings. IPv4 mapped to IPv6 has to be converted first: see <see cref="Plain"/>.
/// </summary>
internal static class AddressKinds
{
    /// <summary>Cloud metadata services that are not link-local; they expose credentials.</summary>
    private static readonly IPNetwork[] Metadata =
    [
        // Alibaba, Oracle, Azure; Amazon, Google.
        IPNetwork.Parse("100.100.100.200/32"),
        IPNetwork.Parse("192.0.0.192/32"),
        IPNetwork.Parse("168.63.129.16/32"),
        IPNetwork.Parse("fd00:ec2::254/128"),
        IPNetwork.Parse("fd20:ce::254/128"),
    ];

    /// <summary>Unspecified, broadcast, multicast, reserved; link-local.</summary>
    private static readonly IPNetwork[] NoServer =
    [
        IPNetwork.Parse("0.0.0.0/8"),
        IPNetwork.Parse("224.0.0.0/4"),
        IPNetwork.Parse("240.0.0.0/4"),
        IPNetwork.Parse("169.254.0.0/16"),
        IPNetwork.Parse("::/128"),
        IPNetwork.Parse("ff00::/8"),
        IPNetwork.Parse("fe80::/10"),
    ];

    /// <summary>IPv6 that embeds an IPv4 address: 6to4, Teredo, NAT64 (public and local), translated, compatible.</summary>
    private static readonly IPNetwork[] Translated =
    [
        IPNetwork.Parse("2002::/16"),
        IPNetwork.Parse("2001::/32"),
        IPNetwork.Parse("64:ff9b::/96"),
        IPNetwork.Parse("64:ff9b:1::/48"),
        IPNetwork.Parse("::ffff:0:0:0/96"),
        IPNetwork.Parse("::/96"),
    ];

    private static readonly IPNetwork[] PrivateV4 =
    [
        IPNetwork.Parse("10.0.0.0/8"),
        IPNetwork.Parse("100.64.0.0/10"),
        IPNetwork.Parse("127.0.0.0/8"),
        IPNetwork.Parse("172.16.0.0/12"),
        IPNetwork.Parse("192.0.0.0/24"),
        IPNetwork.Parse("192.168.0.0/16"),
        IPNetwork.Parse("198.18.0.0/15"),
    ];

    private static readonly IPNetwork OpenV6 = IPNetwork.Parse("2000::/3");

    public static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;

    /// <summary>Never connected to, whatever the operator lists.</summary>
    public static bool IsAlwaysForbidden(IPAddress address) =>
        !address.Equals(IPAddress.IPv6Loopback)
        && (NoServer.Any(n => n.Contains(address)) || Metadata.Any(n => n.Contains(address)) || Translated.Any(n => n.Contains(address)));

    /// <summary>This machine, a private network, or anything else that is not the public internet.</summary>
    public static bool IsPrivate(IPAddress address) =>
        address.AddressFamily == AddressFamily.InterNetworkV6 ? !OpenV6.Contains(address) : PrivateV4.Any(n => n.Contains(address));
}
