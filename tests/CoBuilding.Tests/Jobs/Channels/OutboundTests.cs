using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using CoBuilding.Jobs;
using CoBuilding.Jobs.Channels;

namespace CoBuilding.Tests.Jobs.Channels;

/// <summary>Targets of channels. Name resolution and connections are simulated.</summary>
public class OutboundTests
{
    private static readonly (Delivery, int) Forbidden = (Delivery.Rejected(DeliveryFailure.AddressForbidden), 0);

    private static readonly RenderedMessage RenderedMessage = new(Guid.CreateVersion7(), "13812345678", "S", "T");

    [Theory]
    [InlineData("8.8.8.8")]
    [InlineData("172.32.0.1")]
    [InlineData("100.128.0.1")]
    [InlineData("2400:3200::1")]
    [InlineData("::ffff:8.8.8.8")]
    public async Task An_open_address_is_reached_over_TLS_and_not_without(string address)
    {
        Assert.Equal(Delivery.Accepted, (await SendAsync("https://x.cn/", [address])).Delivery);
        Assert.Equal(Forbidden, await SendAsync("http://x.cn/", [address]));
        Assert.Equal(Forbidden, await SendAsync("http://x.cn/", [address], allowed: ["10.0.0.0/8"]));
    }

    [Theory]
    [InlineData("127.0.0.1", "127.0.0.0/8")]
    [InlineData("10.1.2.3", "10.1.0.0/16")]
    [InlineData("172.31.0.1", "172.16.0.0/12")]
    [InlineData("192.168.1.1", "192.168.1.1/32")]
    [InlineData("100.64.0.1", "100.64.0.0/10")]
    [InlineData("192.0.0.8", "192.0.0.0/24")]
    [InlineData("198.18.0.1", "198.18.0.0/15")]
    [InlineData("::1", "::1/128")]
    [InlineData("fd00::1", "fd00::/8")]
    [InlineData("fec0::1", "fec0::/10")]
    [InlineData("100::1", "100::/64")]
    [InlineData("::ffff:10.0.0.1", "10.0.0.0/8")]
    public async Task A_private_address_is_reached_only_where_the_operator_lists_its_network(string address, string network)
    {
        foreach (var scheme in new[] { "http", "https" })
        {
            Assert.Equal(Forbidden, await SendAsync($"{scheme}://x.cn/", [address]));
            Assert.Equal(Forbidden, await SendAsync($"{scheme}://x.cn/", [address], allowed: ["10.99.0.0/16", "fd99::/16"]));
            Assert.Equal((Delivery.Accepted, 1), await SendAsync($"{scheme}://x.cn/", [address], allowed: [network]));
        }
    }

    [Theory]
    [InlineData("169.254.169.254")]
    [InlineData("169.254.0.1")]
    [InlineData("::ffff:169.254.169.254")]
    [InlineData("fe80::1")]
    [InlineData("fe80::1%1")]
    [InlineData("fd00:ec2::254")]
    [InlineData("fd20:ce::254")]
    [InlineData("100.100.100.200")]
    [InlineData("192.0.0.192")]
    [InlineData("168.63.129.16")]
    [InlineData("224.0.0.1")]
    [InlineData("239.255.255.250")]
    [InlineData("255.255.255.255")]
    [InlineData("240.0.0.1")]
    [InlineData("0.0.0.0")]
    [InlineData("0.1.2.3")]
    [InlineData("::")]
    [InlineData("ff02::1")]
    [InlineData("64:ff9b::808:808")]
    [InlineData("64:ff9b:1::a00:1")]
    [InlineData("2002:808:808::1")]
    [InlineData("2001:0:808:808::1")]
    [InlineData("::8.8.8.8")]
    [InlineData("::ffff:0:8.8.8.8")]
    public async Task Some_addresses_are_never_reached_whatever_the_operator_lists(string address)
    {
        foreach (var scheme in new[] { "http", "https" })
            Assert.Equal(Forbidden, await SendAsync($"{scheme}://x.cn/", [address], allowed: ["0.0.0.0/0", "::/0"]));
    }

    [Fact]
    public async Task One_forbidden_address_among_those_of_a_name_is_enough()
    {
        Assert.Equal(Forbidden, await SendAsync("https://x.cn/", ["8.8.8.8", "10.0.0.1"]));
    }

    [Fact]
    public async Task What_was_looked_at_is_what_is_dialed_and_the_name_is_asked_once()
    {
        List<string> dialed = [];
        var asked = 0;
        var outbound = new Outbound(new(), "Host=/run/postgresql")
        {
            ResolveAsync = (_, _) => Task.FromResult(++asked == 1 ? new[] { IPAddress.Parse("8.8.8.8") } : [IPAddress.Loopback]),
            DialAsync = (addresses, port, _) =>
            {
                dialed.Add($"{string.Join(',', addresses)} {port}");
                return Task.FromResult(Stream.Null);
            },
        };
        await outbound.ConnectAsync("x.cn", 443, false, TestContext.Current.CancellationToken);
        Assert.Equal(["8.8.8.8 443"], dialed);
    }

    [Theory]
    [InlineData("http://2130706433/")]
    [InlineData("http://0x7f.1/")]
    [InlineData("http://0177.0.0.1/")]
    [InlineData("http://[::ffff:7f00:1]/")]
    [InlineData("http://[::1]/")]
    public async Task An_address_in_another_notation_is_the_same_address(string url)
    {
        Assert.Equal(Forbidden, await SendAsync(url, [], allowed: ["10.0.0.0/8"]));
        Assert.Equal((Delivery.Accepted, 1), await SendAsync(url, [], allowed: ["127.0.0.0/8", "::1/128"]));
    }

    [Theory]
    [InlineData("Host=db.cn", "http://10.0.0.5:5432/")] // the default port
    [InlineData("Host=db.cn;Port=6432", "http://10.0.0.5:6432/")]
    [InlineData("Host=10.0.0.9,db.cn:6432", "https://10.0.0.5:6432/")]
    [InlineData("Host=db.cn:6432,10.0.0.9", "http://10.0.0.9:5432/")]
    [InlineData("Host=db.cn", "http://[::ffff:10.0.0.5]:5432/")]
    [InlineData("Host=fd00::5", "http://[fd00::5]:5432/")]
    [InlineData("Host=[fd00::5]:6432", "http://[fd00::5]:6432/")]
    [InlineData("Host=localhost", "http://127.0.0.1:5432/")]
    [InlineData("Host=localhost", "http://127.9.9.9:5432/")] // it may listen at every address of this machine
    [InlineData("Host=localhost", "http://10.0.0.1:5432/")]
    [InlineData("Host=10.0.0.1", "http://127.0.0.1:5432/")]
    [InlineData("Host=0.0.0.0", "http://10.0.0.1:5432/")]
    [InlineData("Host=/run/postgresql;Port=6432", "http://localhost:6432/")] // as the embedded one
    [InlineData("Host=/run/postgresql", "http://10.0.0.1:5432/")]
    public async Task The_portals_own_database_is_never_reached(string connection, string url)
    {
        string[] everything = ["0.0.0.0/0", "::/0"];
        Assert.Equal(Forbidden, await SendAsync(url, ["10.0.0.5"], everything, connection + ";Username=x"));
        Assert.Equal(Forbidden, await MailAsync(new Uri(url), ["10.0.0.5"], everything, connection + ";Username=x"));
        var beside = new UriBuilder(url) { Port = 8080 }.Uri.ToString();
        Assert.Equal((Delivery.Accepted, 1), await SendAsync(beside, ["10.0.0.5"], everything, connection + ";Username=x"));
    }

    [Fact]
    public async Task Where_the_databases_name_cannot_be_resolved_its_port_stays_closed()
    {
        var (delivery, dialed) = await SendAsync("https://10.0.0.5:5432/", [], ["10.0.0.0/8"], "Host=gone.invalid");
        Assert.Equal((Delivery.Retry(DeliveryFailure.NotReached), 0), (delivery, dialed));
    }

    [Fact]
    public async Task A_mail_server_is_looked_at_in_the_same_way()
    {
        Assert.Equal(Forbidden, await MailAsync(new("smtp://mx.cn:25"), ["10.0.0.5"], [], "Host=/x"));
        // Without TLS.
        Assert.Equal(Forbidden, await MailAsync(new("smtp://mx.cn:25"), ["8.8.8.8"], ["10.0.0.0/8"], "Host=/x"));
        // Connected, but not to a mail server.
        var (delivery, dialed) = await MailAsync(new("smtp://mx.cn:25"), ["10.0.0.5"], ["10.0.0.0/8"], "Host=/x");
        Assert.Equal((Delivery.Retry(DeliveryFailure.NotReached), 1), (delivery, dialed));
    }

    [Theory]
    [InlineData("mx.cn", new string[0], false)]
    [InlineData("mx.cn", new[] { "10.0.0.0/8" }, true)]
    [InlineData("10.0.0.1", new[] { "10.0.0.0/8" }, true)]
    [InlineData("8.8.8.8", new[] { "10.0.0.0/8" }, false)]
    [InlineData("169.254.169.254", new[] { "0.0.0.0/0" }, false)]
    public void Whether_TLS_can_be_done_without_is_said_when_the_setting_is_saved(string host, string[] allowed, bool may) =>
        Assert.Equal(may, Open(allowed).MayBePlain(host));

    [Theory]
    [InlineData("10.0.0.0")]
    [InlineData("10.0.0.0/33")]
    [InlineData("10.0.0.0/a")]
    [InlineData("office")]
    [InlineData("")]
    [InlineData("::ffff:10.0.0.0/104")]
    public void What_is_no_network_is_not_read_as_one(string text) => Assert.False(OutboundSettings.TryReadNetwork(text, out _));

    private static Task<(Delivery Delivery, int Dialed)> SendAsync(
        string url,
        string[] addresses,
        string[]? allowed = null,
        string connection = "Host=/x"
    ) => SendAsync(Gateway(url), addresses, allowed ?? [], connection);

    private static Task<(Delivery Delivery, int Dialed)> MailAsync(Uri server, string[] addresses, string[] allowed, string connection)
    {
        var channel = new Channel { Kind = ChannelKind.Email, Sender = "a@example.cn" };
        channel.LeadToServer(server.IdnHost, server.Port, MailSecurity.None, null, null);
        return SendAsync(channel, addresses, allowed, connection);
    }

    private static Channel Gateway(string url)
    {
        var channel = new Channel { Kind = ChannelKind.Sms };
        channel.LeadToGateway(url, SmsMethod.Get, null, false, null);
        return channel;
    }

    private static async Task<(Delivery Delivery, int Dialed)> SendAsync(
        Channel channel,
        string[] addresses,
        string[] allowed,
        string connection
    )
    {
        ConcurrentQueue<int> dialed = [];
        using var channelClient = new ChannelClient(TimeProvider.System, Open(allowed, connection, addresses, dialed));
        var delivery = await channelClient.SendAsync(
            channel,
            channel.Kind == ChannelKind.Email ? RenderedMessage with { To = "b@example.cn" } : RenderedMessage
        );
        // The TLS handshake fails here; reaching the connection is sufficient.
        var isTls = channel.Url?.StartsWith("https", StringComparison.Ordinal) == true;
        return (isTls && !dialed.IsEmpty ? Delivery.Accepted : delivery, dialed.Count);
    }

    private static Outbound Open(
        string[] allowed,
        string connection = "Host=/x",
        string[]? addresses = null,
        ConcurrentQueue<int>? dialed = null
    ) =>
        new(new() { Allowed = [.. allowed.Select(IPNetwork.Parse)] }, connection)
        {
            ResolveAsync = (name, _) =>
                name switch
                {
                    "localhost" => Task.FromResult(new[] { IPAddress.IPv6Loopback, IPAddress.Loopback }),
                    "gone.invalid" => throw new SocketException((int)SocketError.HostNotFound),
                    _ => Task.FromResult((addresses ?? []).Select(IPAddress.Parse).ToArray()),
                },
            AddressesOfThisMachine = () => [IPAddress.Parse("10.0.0.1")],
            DialAsync = (_, port, _) =>
            {
                dialed!.Enqueue(port);
                return Task.FromResult<Stream>(new CannedAnswerStream("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"));
            },
        };
}
