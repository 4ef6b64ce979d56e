using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CoBuilding.Jobs;
using CoBuilding.Jobs.ChannelClients;
using CoBuilding.Tests.House;
using Microsoft.AspNetCore.Http;
using SmtpServer.Protocol;

namespace CoBuilding.Tests.Jobs;

/// <summary>Each channel against a real server on this machine: what it sends, and how it handles every result.</summary>
public class CarriersTests
{
    private const string Taken = """{"errcode":0,"errmsg":"ok"}""";
    private static readonly RenderedMessage RenderedMessage = new(
        Guid.CreateVersion7(),
        "13812345678",
        "关于召开联席会议的通知",
        "恳请回复 \"参加\"\n{mobile} 与 {text}：https://dj.example.cn/a/x"
    );

    [Fact]
    public async Task A_mail_arrives_whole_and_bears_the_messages_id()
    {
        await using var server = MailReceiver.Start(_ => SmtpResponse.Ok);
        Assert.Equal(Delivery.Accepted, await SendAsync(Mail(server.Port)));
        Assert.Equal(Delivery.Accepted, await SendAsync(Mail(server.Port)));
        var mails = server.Mails.ToList();
        Assert.Equal(2, mails.Count);
        Assert.Single(mails.Select(m => m.MessageId).Distinct()); // by which a mailbox knows a second copy
        Assert.Equal(RenderedMessage.Subject, mails[0].Subject);
        Assert.Equal(RenderedMessage.Text, mails[0].TextBody!.ReplaceLineEndings("\n").TrimEnd());
        Assert.Equal("li@example.cn", mails[0].To.Mailboxes.Single().Address);
        Assert.Equal(("dangjian@example.cn", "党建办"), (mails[0].From.Mailboxes.Single().Address, mails[0].From.Mailboxes.Single().Name));
    }

    [Fact]
    public async Task A_mail_server_that_says_no_or_not_now_is_understood()
    {
        await using var full = MailReceiver.Start(_ => new SmtpResponse(SmtpReplyCode.InsufficientStorage, "full"));
        Assert.Equal(Delivery.Retry(DeliveryFailure.ServerFailed, "SMTP 452"), await SendAsync(Mail(full.Port)));
        await using var never = MailReceiver.Start(_ => new SmtpResponse(SmtpReplyCode.TransactionFailed, "no"));
        Assert.Equal(Delivery.Rejected(DeliveryFailure.Refused, "SMTP 554"), await SendAsync(Mail(never.Port)));
    }

    [Fact]
    public async Task A_mail_server_that_is_down_or_silent_has_taken_nothing()
    {
        Assert.Equal(Delivery.Retry(DeliveryFailure.NotReached), await SendAsync(Mail(MailReceiver.FreePort())));
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        Assert.Equal(
            Delivery.Retry(DeliveryFailure.NotReached),
            await SendAsync(Mail(((IPEndPoint)silent.LocalEndpoint).Port), patience: 0.5)
        );
    }

    [Fact]
    public async Task A_mail_server_that_dies_over_the_text_leaves_the_message_in_doubt()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var talking = Task.Run(
            async () =>
            {
                using var client = await listener.AcceptTcpClientAsync();
                using var lines = new StreamReader(client.GetStream());
                using var says = new StreamWriter(client.GetStream()) { AutoFlush = true, NewLine = "\r\n" };
                await says.WriteLineAsync("220 here");
                while (await lines.ReadLineAsync() is { } line)
                {
                    if (line.StartsWith("DATA", StringComparison.Ordinal))
                        await says.WriteLineAsync("354 go on");
                    else if (line == ".")
                        return; // the whole text was read, without a response
                    else if (line.Length > 3 && line[..4] is "EHLO" or "HELO" or "MAIL" or "RCPT")
                        await says.WriteLineAsync("250 ok");
                }
            },
            TestContext.Current.CancellationToken
        );
        Assert.Equal(Delivery.Unknown(DeliveryFailure.NoAnswer), await SendAsync(Mail(((IPEndPoint)listener.LocalEndpoint).Port)));
        await talking;
    }

    [Fact]
    public async Task A_wecom_robot_gets_a_text_that_it_takes()
    {
        await using var server = await WebReceiver.SayingAsync(200, Taken);
        Assert.Equal(
            Delivery.Accepted,
            await SendAsync(Robot(server, ChannelKind.WeCom), RenderedMessage with { To = null, Text = new string('会', 2000) })
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
        await using var server = await WebReceiver.SayingAsync(200, Taken);
        var channel = Robot(server, ChannelKind.DingTalk);
        channel.LeadToRobot(null, "SEC1", false);
        Assert.Equal(Delivery.Accepted, await SendAsync(channel, RenderedMessage with { To = null }));
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
        var delivery = await SendAsync(Robot(server, ChannelKind.WeCom), RenderedMessage with { To = null });
        Assert.Equal((end, detail), (delivery.End, delivery.Detail));
        Assert.Single(server.Calls);
    }

    [Fact]
    public async Task A_server_that_keeps_silent_leaves_the_message_in_doubt()
    {
        await using var server = await WebReceiver.StartAsync(
            (context, _) => Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default)
        );
        Assert.Equal(
            Delivery.Unknown(DeliveryFailure.NoAnswer),
            await SendAsync(Robot(server, ChannelKind.WeCom), RenderedMessage with { To = null }, 0.5)
        );
    }

    [Fact]
    public async Task A_server_that_is_slow_is_waited_for()
    {
        await using var server = await WebReceiver.StartAsync(
            async (context, _) =>
            {
                await Task.Delay(700, context.RequestAborted);
                await context.Response.WriteAsync(Taken);
            }
        );
        Assert.Equal(Delivery.Accepted, await SendAsync(Robot(server, ChannelKind.WeCom), RenderedMessage with { To = null }, 10));
    }

    [Fact]
    public async Task A_server_that_hangs_up_over_the_answer_gets_no_second_call()
    {
        await using var server = await WebReceiver.StartAsync(
            (context, n) =>
            {
                if (n == 1)
                    return context.Response.WriteAsync(Taken);
                context.Abort();
                return Task.CompletedTask;
            }
        );
        using var channelClient = new ChannelClient(TimeProvider.System, Loopback.Outbound);
        Assert.Equal(
            Delivery.Accepted,
            await channelClient.SendAsync(Robot(server, ChannelKind.WeCom), RenderedMessage with { To = null })
        );
        Assert.Equal(
            Delivery.Unknown(DeliveryFailure.NoAnswer),
            await channelClient.SendAsync(Robot(server, ChannelKind.WeCom), RenderedMessage with { To = null })
        );
        Assert.Equal(2, server.Calls.Count);
    }

    [Fact]
    public async Task A_server_that_is_down_has_taken_nothing()
    {
        var channel = Gateway($"http://127.0.0.1:{MailReceiver.FreePort()}/", "{text}{mobile}");
        Assert.Equal(Delivery.Retry(DeliveryFailure.NotReached), await SendAsync(channel));
        channel.LeadToGateway("https://no-such-host.invalid/", SmsMethod.Post, null, false, "{text}{mobile}");
        Assert.Equal(Delivery.Retry(DeliveryFailure.NotReached), await SendAsync(channel));
    }

    [Fact]
    public async Task A_gateways_template_is_filled_and_escaped()
    {
        await using var server = await WebReceiver.SayingAsync(200, """{"code":"0"}""");
        const string Body = """{"mobile":"{mobile}","content":"{text}","id":"{id}"}""";
        var channel = Gateway(server.Address + "/send?to={mobile}", Body, "Content-Type: application/json\nX-Key: secret");
        (channel.SuccessField, channel.SuccessMark) = ("code", "0");
        Assert.Equal(Delivery.Accepted, await SendAsync(channel));
        var call = server.Calls.Single();
        var json = JsonDocument.Parse(call.Body).RootElement;
        Assert.Equal(
            (RenderedMessage.To, RenderedMessage.Text, RenderedMessage.MessageId.ToString("N")),
            (json.GetProperty("mobile").GetString(), json.GetProperty("content").GetString(), json.GetProperty("id").GetString())
        );
        Assert.Equal(
            ("?to=13812345678", "secret", RenderedMessage.MessageId.ToString("N")),
            (call.Query, call.Headers["X-Key"], call.Headers["Idempotency-Key"])
        );

        channel.SuccessMark = "OK";
        Assert.Equal(DeliveryOutcome.Rejected, (await SendAsync(channel)).End);
        (channel.SuccessField, channel.SuccessMark) = (null, null);
        channel.LeadToGateway(server.Address + "/get?m={mobile}&c={text}", SmsMethod.Get, null, true, null);
        Assert.Equal(Delivery.Accepted, await SendAsync(channel));
        Assert.Equal(RenderedMessage.Text, System.Web.HttpUtility.ParseQueryString(server.Calls.Last().Query)["c"]);
        const string Type = "Content-Type: application/x-www-form-urlencoded";
        channel.LeadToGateway(server.Address, SmsMethod.Post, Type, false, "m={mobile}&c={text}");
        Assert.Equal(Delivery.Accepted, await SendAsync(channel));
        Assert.Equal(RenderedMessage.Text, System.Web.HttpUtility.ParseQueryString(server.Calls.Last().Body)["c"]);
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
        await using var other = await WebReceiver.SayingAsync(200, Taken);
        await using var server = await WebReceiver.StartAsync(
            (context, _) =>
            {
                (context.Response.StatusCode, context.Response.Headers.Location) = (status, other.Address + "/elsewhere");
                return Task.CompletedTask;
            }
        );
        var elsewhere = Delivery.Rejected(DeliveryFailure.Redirected, $"HTTP {status}");
        Assert.Equal(elsewhere, await SendAsync(Robot(server, ChannelKind.WeCom), RenderedMessage with { To = null }));
        Assert.Equal(elsewhere, await SendAsync(Gateway(server)));
        Assert.Equal(2, server.Calls.Count);
        Assert.Empty(other.Calls);
    }

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
        var channel = Gateway(server);
        (channel.SuccessField, channel.SuccessMark) = (field, mark);
        Assert.Equal(end, (await SendAsync(channel)).End);
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
        var channel = Gateway(server);
        Assert.Equal(Delivery.Accepted, await SendAsync(channel)); // if the status is sufficient, nothing is read
        (channel.SuccessField, channel.SuccessMark) = ("code", "0");
        var unclear = Delivery.Unknown(DeliveryFailure.UnclearAnswer, "HTTP 200");
        Assert.Equal(unclear, await SendAsync(channel));
        Assert.Equal(unclear, await SendAsync(Robot(server, ChannelKind.WeCom), RenderedMessage with { To = null }));
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
        var channel = Gateway(server);
        (channel.SuccessField, channel.SuccessMark) = ("code", "0");
        Assert.Equal($"HTTP {status}", (await SendAsync(channel)).Detail);
        Assert.Equal($"HTTP {status}", (await SendAsync(Robot(server, ChannelKind.WeCom), RenderedMessage with { To = null })).Detail);
    }

    [Fact]
    public async Task This_machine_is_called_only_where_the_operator_lists_it()
    {
        await using var server = await WebReceiver.SayingAsync(200, Taken);
        await using var mail = MailReceiver.Start(_ => SmtpResponse.Ok);
        var named = Robot(server, ChannelKind.WeCom);
        named.LeadToRobot(named.Url!.Replace("http://127.0.0.1", "https://localhost", StringComparison.Ordinal), null, false);
        foreach (var channel in new[] { Robot(server, ChannelKind.WeCom), named, Mail(mail.Port) })
        {
            using var channelClient = new ChannelClient(TimeProvider.System, new(new(), "Host=/x"));
            Assert.Equal(
                Delivery.Rejected(DeliveryFailure.AddressForbidden),
                await channelClient.SendAsync(channel, RenderedMessage with { To = "li@example.cn" })
            );
        }
        Assert.Empty(server.Calls);
        Assert.Empty(mail.Mails);
    }

    [Fact]
    public async Task A_setting_of_which_no_call_can_be_made_throws_nothing()
    {
        Assert.Equal(DeliveryOutcome.Rejected, (await SendAsync(new Channel { Kind = ChannelKind.WeCom })).End);
        var mail = Mail(1);
        mail.Sender = "none\r\nBcc: all@example.cn";
        Assert.NotEqual(DeliveryOutcome.Accepted, (await SendAsync(mail)).End);
    }

    private static Channel Mail(int port)
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

    private static Channel Gateway(WebReceiver server) => Gateway(server.Address + "/sms", "{text}{mobile}");

    private static Channel Gateway(string url, string body, string? headers = null)
    {
        var channel = new Channel { Kind = ChannelKind.Sms };
        channel.LeadToGateway(url, SmsMethod.Post, headers, false, body);
        return channel;
    }

    private static Channel Robot(WebReceiver server, ChannelKind kind)
    {
        var channel = new Channel { Kind = kind };
        channel.LeadToRobot(server.Address + "/robot/send?access_token=k", null, false);
        return channel;
    }

    private static async Task<Delivery> SendAsync(Channel channel, RenderedMessage? rendered = null, double patience = 20)
    {
        using var channelClient = new ChannelClient(TimeProvider.System, Loopback.Outbound) { Patience = TimeSpan.FromSeconds(patience) };
        return await channelClient.SendAsync(
            channel,
            rendered ?? (channel.Kind == ChannelKind.Email ? RenderedMessage with { To = "li@example.cn" } : RenderedMessage)
        );
    }
}
