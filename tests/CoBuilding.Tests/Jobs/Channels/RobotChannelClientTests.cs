using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CoBuilding.Jobs;
using SmtpServer.Protocol;

namespace CoBuilding.Tests.Jobs.Channels;

public class RobotChannelClientTests
{
    [Fact]
    public async Task A_wecom_robot_gets_a_text_that_it_takes()
    {
        await using var server = await WebReceiver.SayingAsync(200, ChannelsFixture.Taken);
        Assert.Equal(
            Delivery.Accepted,
            await ChannelsFixture.SendAsync(
                ChannelsFixture.Robot(server, ChannelKind.WeCom),
                ChannelsFixture.RenderedMessage with
                {
                    To = null,
                    Text = new string('会', 2000),
                }
            )
        );
        var json = JsonDocument.Parse(server.Calls.Single().Body).RootElement;
        Assert.Equal("text", json.GetProperty("msgtype").GetString());
        Assert.True(server.Calls.Single().Headers.ContainsKey("Content-Length")); // a body in pieces is not read by every server
        var content = json.GetProperty("text").GetProperty("content").GetString()!;
        Assert.True(Encoding.UTF8.GetByteCount(content) is <= 2048 and > 2000);
        Assert.EndsWith("…", content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dingtalk_robots_call_is_signed_as_it_asks()
    {
        await using var server = await WebReceiver.SayingAsync(200, ChannelsFixture.Taken);
        var channel = ChannelsFixture.Robot(server, ChannelKind.DingTalk);
        channel.LeadToRobot(null, "SEC1", false);
        Assert.Equal(Delivery.Accepted, await ChannelsFixture.SendAsync(channel, ChannelsFixture.RenderedMessage with { To = null }));
        var query = System.Web.HttpUtility.ParseQueryString(server.Calls.Single().Query);
        var stamp = query["timestamp"]!;
        Assert.Equal(Convert.ToBase64String(HMACSHA256.HashData("SEC1"u8, Encoding.UTF8.GetBytes(stamp + "\nSEC1"))), query["sign"]);
        Assert.Equal("k", query["access_token"]);
        Assert.True(long.Parse(stamp, CultureInfo.InvariantCulture) > 1_700_000_000_000);
    }

    [Theory]
    [InlineData(200, """{"errcode":45009}""", DeliveryOutcome.Retry, "errcode 45009")]
    [InlineData(200, """{"errcode":-1}""", DeliveryOutcome.Retry, "errcode -1")]
    [InlineData(200, """{"errcode":310000}""", DeliveryOutcome.Rejected, "errcode 310000")]
    [InlineData(200, """{"errcode":93000}""", DeliveryOutcome.Rejected, "errcode 93000")]
    [InlineData(200, "<html>welcome</html>", DeliveryOutcome.Unknown, "HTTP 200")]
    [InlineData(200, "[]", DeliveryOutcome.Unknown, "HTTP 200")]
    [InlineData(200, """{"errcode":4711}""", DeliveryOutcome.Rejected, "HTTP 200")] // not a documented code: not shown
    [InlineData(500, "", DeliveryOutcome.Retry, "HTTP 500")]
    [InlineData(503, "", DeliveryOutcome.Retry, "HTTP 503")]
    [InlineData(429, "", DeliveryOutcome.Retry, "HTTP 429")]
    [InlineData(502, "", DeliveryOutcome.Unknown, "HTTP 502")]
    [InlineData(504, "", DeliveryOutcome.Unknown, "HTTP 504")]
    [InlineData(404, "", DeliveryOutcome.Rejected, "HTTP 404")]
    [InlineData(302, "", DeliveryOutcome.Rejected, "HTTP 302")]
    public async Task Each_answer_of_a_robot_is_understood(int status, string body, DeliveryOutcome end, string? detail)
    {
        await using var server = await WebReceiver.SayingAsync(status, body);
        var delivery = await ChannelsFixture.SendAsync(
            ChannelsFixture.Robot(server, ChannelKind.WeCom),
            ChannelsFixture.RenderedMessage with
            {
                To = null,
            }
        );
        Assert.Equal((end, detail), (delivery.End, delivery.Detail));
        Assert.Single(server.Calls);
    }
}
