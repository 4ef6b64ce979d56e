using System.Text.Json;
using CoBuilding.Jobs;
using SmtpServer.Protocol;

namespace CoBuilding.Tests.Jobs.Channels;

public class SmsChannelClientTests
{
    [Fact]
    public async Task A_gateways_template_is_filled_and_escaped()
    {
        await using var server = await WebReceiver.SayingAsync(200, """{"code":"0"}""");
        const string Body = """{"mobile":"{mobile}","content":"{text}","id":"{id}"}""";
        var channel = ChannelsFixture.Gateway(server.Address + "/send?to={mobile}", Body, "Content-Type: application/json\nX-Key: secret");
        (channel.SuccessField, channel.SuccessMark) = ("code", "0");
        Assert.Equal(Delivery.Accepted, await ChannelsFixture.SendAsync(channel));
        var call = server.Calls.Single();
        var json = JsonDocument.Parse(call.Body).RootElement;
        Assert.Equal(
            (
                ChannelsFixture.RenderedMessage.To,
                ChannelsFixture.RenderedMessage.Text,
                ChannelsFixture.RenderedMessage.MessageId.ToString("N")
            ),
            (json.GetProperty("mobile").GetString(), json.GetProperty("content").GetString(), json.GetProperty("id").GetString())
        );
        Assert.Equal(
            ("?to=13812345678", "secret", ChannelsFixture.RenderedMessage.MessageId.ToString("N")),
            (call.Query, call.Headers["X-Key"], call.Headers["Idempotency-Key"])
        );

        channel.SuccessMark = "OK";
        Assert.Equal(DeliveryOutcome.Rejected, (await ChannelsFixture.SendAsync(channel)).End);
        (channel.SuccessField, channel.SuccessMark) = (null, null);
        channel.LeadToGateway(server.Address + "/get?m={mobile}&c={text}", SmsMethod.Get, null, true, null);
        Assert.Equal(Delivery.Accepted, await ChannelsFixture.SendAsync(channel));
        Assert.Equal(ChannelsFixture.RenderedMessage.Text, System.Web.HttpUtility.ParseQueryString(server.Calls.Last().Query)["c"]);
        const string Type = "Content-Type: application/x-www-form-urlencoded";
        channel.LeadToGateway(server.Address, SmsMethod.Post, Type, false, "m={mobile}&c={text}");
        Assert.Equal(Delivery.Accepted, await ChannelsFixture.SendAsync(channel));
        Assert.Equal(ChannelsFixture.RenderedMessage.Text, System.Web.HttpUtility.ParseQueryString(server.Calls.Last().Body)["c"]);
    }
}
