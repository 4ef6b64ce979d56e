using System.Net;
using CoBuilding.Jobs.Channels;

namespace CoBuilding.Tests.House;

/// <summary>What an operator lists who lets channels lead to servers on the same machine, as tests do.</summary>
internal static class Loopback
{
    public static readonly IReadOnlyList<IPNetwork> Networks = [IPNetwork.Parse("127.0.0.0/8"), IPNetwork.Parse("::1/128")];

    public static Outbound Outbound => new(new() { Allowed = Networks }, "Host=/nowhere");
}
