using CoBuilding.Jobs;
using CoBuilding.Jobs.Channels;
using CoBuilding.Tests.House;
using Microsoft.AspNetCore.Http;
using SmtpServer.Protocol;

namespace CoBuilding.Tests.Jobs.Channels;

public class GatewayHttpClientTests
{
    [Fact]
    public async Task A_server_that_keeps_silent_leaves_the_message_in_doubt()
    {
        await using var server = await WebReceiver.StartAsync(
            (context, _) => Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default)
        );
        Assert.Equal(
            Delivery.Unknown(DeliveryFailure.NoAnswer),
            await ChannelsFixture.SendAsync(
                ChannelsFixture.Robot(server, ChannelKind.WeCom),
                ChannelsFixture.RenderedMessage with
                {
                    To = null,
                },
                0.5
            )
        );
    }

    [Fact]
    public async Task A_server_that_is_slow_is_waited_for()
    {
        await using var server = await WebReceiver.StartAsync(
            async (context, _) =>
            {
                await Task.Delay(700, context.RequestAborted);
                await context.Response.WriteAsync(ChannelsFixture.Taken);
            }
        );
        Assert.Equal(
            Delivery.Accepted,
            await ChannelsFixture.SendAsync(
                ChannelsFixture.Robot(server, ChannelKind.WeCom),
                ChannelsFixture.RenderedMessage with
                {
                    To = null,
                },
                10
            )
        );
    }

    [Fact]
    public async Task A_server_that_hangs_up_over_the_answer_gets_no_second_call()
    {
        await using var server = await WebReceiver.StartAsync(
            (context, n) =>
            {
                if (n == 1)
                    return context.Response.WriteAsync(ChannelsFixture.Taken);
                context.Abort();
                return Task.CompletedTask;
            }
        );
        using var channelClient = new ChannelClient(TimeProvider.System, Loopback.Outbound);
        Assert.Equal(
            Delivery.Accepted,
            await channelClient.SendAsync(
                ChannelsFixture.Robot(server, ChannelKind.WeCom),
                ChannelsFixture.RenderedMessage with
                {
                    To = null,
                }
            )
        );
        Assert.Equal(
            Delivery.Unknown(DeliveryFailure.NoAnswer),
            await channelClient.SendAsync(
                ChannelsFixture.Robot(server, ChannelKind.WeCom),
                ChannelsFixture.RenderedMessage with
                {
                    To = null,
                }
            )
        );
        Assert.Equal(2, server.Calls.Count);
    }

    [Fact]
    public async Task A_server_that_is_down_has_taken_nothing()
    {
        var channel = ChannelsFixture.Gateway($"http://127.0.0.1:{MailReceiver.FreePort()}/", "{text}{mobile}");
        Assert.Equal(Delivery.Retry(DeliveryFailure.NotReached), await ChannelsFixture.SendAsync(channel));
        channel.LeadToGateway("https://no-such-host.invalid/", SmsMethod.Post, null, false, "{text}{mobile}");
        Assert.Equal(Delivery.Retry(DeliveryFailure.NotReached), await ChannelsFixture.SendAsync(channel));
    }

    [Theory]
    [InlineData(300)]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(307)]
    [InlineData(308)]
    [InlineData(399)]
    public async Task No_redirect_is_followed(int status)
    {
        await using var other = await WebReceiver.SayingAsync(200, ChannelsFixture.Taken);
        await using var server = await WebReceiver.StartAsync(
            (context, _) =>
            {
                (context.Response.StatusCode, context.Response.Headers.Location) = (status, other.Address + "/elsewhere");
                return Task.CompletedTask;
            }
        );
        var elsewhere = Delivery.Rejected(DeliveryFailure.Redirected, $"HTTP {status}");
        Assert.Equal(
            elsewhere,
            await ChannelsFixture.SendAsync(
                ChannelsFixture.Robot(server, ChannelKind.WeCom),
                ChannelsFixture.RenderedMessage with
                {
                    To = null,
                }
            )
        );
        Assert.Equal(elsewhere, await ChannelsFixture.SendAsync(ChannelsFixture.Gateway(server)));
        Assert.Equal(2, server.Calls.Count);
        Assert.Empty(other.Calls);
    }

    [Fact]
    public async Task An_answer_without_end_is_not_listened_to()
    {
        await using var server = await WebReceiver.StartAsync(
            async (context, _) =>
            {
                await context.Response.WriteAsync("{\"errcode\":0,\"code\":\"0\"");
                var blanks = new byte[64 * 1024];
                Array.Fill(blanks, (byte)' ');
                try
                {
                    while (true)
                        await context.Response.Body.WriteAsync(blanks, context.RequestAborted);
                }
                catch (Exception hungUp) when (hungUp is OperationCanceledException or IOException) { }
            }
        );
        // Reading to the end would exceed the time limit without a result.
        var channel = ChannelsFixture.Gateway(server);
        Assert.Equal(Delivery.Accepted, await ChannelsFixture.SendAsync(channel)); // if the status is sufficient, nothing is read
        (channel.SuccessField, channel.SuccessMark) = ("code", "0");
        var unclear = Delivery.Unknown(DeliveryFailure.UnclearAnswer, "HTTP 200");
        Assert.Equal(unclear, await ChannelsFixture.SendAsync(channel));
        Assert.Equal(
            unclear,
            await ChannelsFixture.SendAsync(
                ChannelsFixture.Robot(server, ChannelKind.WeCom),
                ChannelsFixture.RenderedMessage with
                {
                    To = null,
                }
            )
        );
    }

    [Theory]
    [InlineData(200)]
    [InlineData(302)]
    [InlineData(400)]
    [InlineData(500)]
    [InlineData(502)]
    public async Task Nothing_of_an_answer_is_told_but_its_status(int status)
    {
        const string Body = """{"errcode":"secret-1","code":"secret-1"}""";
        await using var server = await WebReceiver.StartAsync(
            (context, _) =>
            {
                context.Response.StatusCode = status;
                (context.Response.Headers.Location, context.Response.Headers["X-Key"]) = ("http://secret-1/", "secret-1");
                return context.Response.WriteAsync(Body);
            }
        );
        var channel = ChannelsFixture.Gateway(server);
        (channel.SuccessField, channel.SuccessMark) = ("code", "0");
        Assert.Equal($"HTTP {status}", (await ChannelsFixture.SendAsync(channel)).Detail);
        Assert.Equal(
            $"HTTP {status}",
            (
                await ChannelsFixture.SendAsync(
                    ChannelsFixture.Robot(server, ChannelKind.WeCom),
                    ChannelsFixture.RenderedMessage with
                    {
                        To = null,
                    }
                )
            ).Detail
        );
    }

    [Fact]
    public async Task This_machine_is_called_only_where_the_operator_lists_it()
    {
        await using var server = await WebReceiver.SayingAsync(200, ChannelsFixture.Taken);
        await using var mail = MailReceiver.Start(_ => SmtpResponse.Ok);
        var named = ChannelsFixture.Robot(server, ChannelKind.WeCom);
        named.LeadToRobot(named.Url!.Replace("http://127.0.0.1", "https://localhost", StringComparison.Ordinal), null, false);
        foreach (var channel in new[] { ChannelsFixture.Robot(server, ChannelKind.WeCom), named, ChannelsFixture.Mail(mail.Port) })
        {
            using var channelClient = new ChannelClient(TimeProvider.System, new(new(), "Host=/x"));
            Assert.Equal(
                Delivery.Rejected(DeliveryFailure.AddressForbidden),
                await channelClient.SendAsync(channel, ChannelsFixture.RenderedMessage with { To = "li@example.cn" })
            );
        }
        Assert.Empty(server.Calls);
        Assert.Empty(mail.Mails);
    }

    [Fact]
    public async Task A_setting_of_which_no_call_can_be_made_throws_nothing()
    {
        Assert.Equal(DeliveryOutcome.Rejected, (await ChannelsFixture.SendAsync(new Channel { Kind = ChannelKind.WeCom })).End);
        var mail = ChannelsFixture.Mail(1);
        mail.Sender = "none\r\nBcc: all@example.cn";
        Assert.NotEqual(DeliveryOutcome.Accepted, (await ChannelsFixture.SendAsync(mail)).End);
    }
}
