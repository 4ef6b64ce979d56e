using CoBuilding.Jobs;
using SmtpServer.Protocol;

namespace CoBuilding.Tests.Jobs.Channels;

public class GatewayAnswerFieldTests
{
    [Theory]
    [InlineData("""{"code":0,"other":"1"}""", "code", "0", DeliveryOutcome.Accepted)]
    [InlineData("""{"code":"0"}""", "code", "0", DeliveryOutcome.Accepted)]
    [InlineData("""{"a":{"b":true}}""", "a.b", "true", DeliveryOutcome.Accepted)]
    [InlineData("""{"code":"1","other":"0"}""", "code", "0", DeliveryOutcome.Rejected)]
    [InlineData("""{"code":"00"}""", "code", "0", DeliveryOutcome.Rejected)] // the whole value, not what begins it
    [InlineData("""{"other":"0"}""", "code", "0", DeliveryOutcome.Unknown)]
    [InlineData("""{"code":{"0":"0"}}""", "code", "0", DeliveryOutcome.Unknown)]
    [InlineData("""["code","0"]""", "code", "0", DeliveryOutcome.Unknown)]
    [InlineData("code=0", "code", "0", DeliveryOutcome.Unknown)]
    [InlineData("<r><status>Success</status><note>0</note></r>", "status", "Success", DeliveryOutcome.Accepted)]
    [InlineData("<r><status>Faild</status><note>Success</note></r>", "status", "Success", DeliveryOutcome.Rejected)]
    [InlineData("<r><note>Success</note></r>", "status", "Success", DeliveryOutcome.Unknown)]
    [InlineData("<r><status>Success", "status", "Success", DeliveryOutcome.Unknown)]
    [InlineData("OK", null, "OK", DeliveryOutcome.Accepted)]
    [InlineData("OK:123456", null, "OK", DeliveryOutcome.Accepted)]
    [InlineData(" 0,20261123\n", null, "0", DeliveryOutcome.Accepted)]
    [InlineData("-1", null, "1", DeliveryOutcome.Rejected)]
    [InlineData("error, not OK", null, "OK", DeliveryOutcome.Rejected)]
    [InlineData("OKAY", null, "OK", DeliveryOutcome.Rejected)]
    [InlineData("", null, "OK", DeliveryOutcome.Unknown)]
    public async Task Of_an_answer_the_named_part_alone_is_looked_at(string answer, string? field, string mark, DeliveryOutcome end)
    {
        await using var server = await WebReceiver.SayingAsync(200, answer);
        var channel = ChannelsFixture.Gateway(server);
        (channel.SuccessField, channel.SuccessMark) = (field, mark);
        Assert.Equal(end, (await ChannelsFixture.SendAsync(channel)).End);
    }
}
