using CoBuilding.Jobs;
using CoBuilding.Jobs.Channels;
using CoBuilding.Tests.House;
using SmtpServer.Protocol;

namespace CoBuilding.Tests.Jobs.Channels;

/// <summary>Messages, and the settings of channels that lead to servers of the test.</summary>
internal static class ChannelsFixture
{
    public const string Taken = """{"errcode":0,"errmsg":"ok"}""";

    public static readonly RenderedMessage RenderedMessage = new(
        Guid.CreateVersion7(),
        "13812345678",
        "关于召开联席会议的通知",
        "恳请回复 \"参加\"\n{mobile} 与 {text}：https://dj.example.cn/a/x"
    );

    public static Channel Mail(int port)
    {
        var channel = new Channel
        {
            Kind = ChannelKind.Email,
            Sender = "dangjian@example.cn",
            SenderName = "党建办",
        };
        channel.LeadToServer("127.0.0.1", port, MailSecurity.None, null, null);
        return channel;
    }

    public static Channel Gateway(WebReceiver server) => Gateway(server.Address + "/sms", "{text}{mobile}");

    public static Channel Gateway(string url, string body, string? headers = null)
    {
        var channel = new Channel { Kind = ChannelKind.Sms };
        channel.LeadToGateway(url, SmsMethod.Post, headers, false, body);
        return channel;
    }

    public static Channel Robot(WebReceiver server, ChannelKind kind)
    {
        var channel = new Channel { Kind = kind };
        channel.LeadToRobot(server.Address + "/robot/send?access_token=k", null, false);
        return channel;
    }

    public static async Task<Delivery> SendAsync(Channel channel, RenderedMessage? rendered = null, double patience = 20)
    {
        using var channelClient = new ChannelClient(TimeProvider.System, Loopback.Outbound) { Patience = TimeSpan.FromSeconds(patience) };
        return await channelClient.SendAsync(
            channel,
            rendered ?? (channel.Kind == ChannelKind.Email ? RenderedMessage with { To = "li@example.cn" } : RenderedMessage)
        );
    }
}
