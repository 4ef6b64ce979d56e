using System.Net;

namespace CoBuilding.Jobs.Channels;

/// <summary>Allowed targets of outgoing connections; operator settings in the section <c>Outbound</c>.</summary>
public sealed class OutboundSettings
{
    public const string Section = "Outbound";

    /// <summary>Private networks that channels may reach, also without TLS. Empty: only the public internet over TLS.</summary>
    public IReadOnlyList<IPNetwork> Allowed { get; set; } = [];

    /// <summary>An address with a length, such as <c>10.20.0.0/16</c>; IPv4 is written as such.</summary>
    public static bool TryReadNetwork(string text, out IPNetwork network) =>
        IPNetwork.TryParse(text, out network) && !network.BaseAddress.IsIPv4MappedToIPv6;
}
