using System.Net;
using System.Net.Sockets;
using CoBuilding.Jobs;
using Microsoft.AspNetCore.Http;
using SmtpServer.Protocol;

namespace CoBuilding.Tests.Jobs.Channels;

public class MailChannelClientTests
{
    [Fact]
    public async Task A_mail_arrives_whole_and_bears_the_messages_id()
    {
        await using var server = MailReceiver.Start(_ => SmtpResponse.Ok);
        Assert.Equal(Delivery.Accepted, await ChannelsFixture.SendAsync(ChannelsFixture.Mail(server.Port)));
        Assert.Equal(Delivery.Accepted, await ChannelsFixture.SendAsync(ChannelsFixture.Mail(server.Port)));
        var mails = server.Mails.ToList();
        Assert.Equal(2, mails.Count);
        Assert.Single(mails.Select(m => m.MessageId).Distinct()); // by which a mailbox knows a second copy
        Assert.Equal(ChannelsFixture.RenderedMessage.Subject, mails[0].Subject);
        Assert.Equal(ChannelsFixture.RenderedMessage.Text, mails[0].TextBody!.ReplaceLineEndings("\n").TrimEnd());
        Assert.Equal("li@example.cn", mails[0].To.Mailboxes.Single().Address);
        Assert.Equal(("dangjian@example.cn", "党建办"), (mails[0].From.Mailboxes.Single().Address, mails[0].From.Mailboxes.Single().Name));
    }

    [Fact]
    public async Task A_mail_server_that_says_no_or_not_now_is_understood()
    {
        await using var full = MailReceiver.Start(_ => new SmtpResponse(SmtpReplyCode.InsufficientStorage, "full"));
        Assert.Equal(
            Delivery.Retry(DeliveryFailure.ServerFailed, "SMTP 452"),
            await ChannelsFixture.SendAsync(ChannelsFixture.Mail(full.Port))
        );
        await using var never = MailReceiver.Start(_ => new SmtpResponse(SmtpReplyCode.TransactionFailed, "no"));
        Assert.Equal(
            Delivery.Rejected(DeliveryFailure.Refused, "SMTP 554"),
            await ChannelsFixture.SendAsync(ChannelsFixture.Mail(never.Port))
        );
    }

    [Fact]
    public async Task A_mail_server_that_is_down_or_silent_has_taken_nothing()
    {
        Assert.Equal(
            Delivery.Retry(DeliveryFailure.NotReached),
            await ChannelsFixture.SendAsync(ChannelsFixture.Mail(MailReceiver.FreePort()))
        );
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        Assert.Equal(
            Delivery.Retry(DeliveryFailure.NotReached),
            await ChannelsFixture.SendAsync(ChannelsFixture.Mail(((IPEndPoint)silent.LocalEndpoint).Port), patience: 0.5)
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
        Assert.Equal(
            Delivery.Unknown(DeliveryFailure.NoAnswer),
            await ChannelsFixture.SendAsync(ChannelsFixture.Mail(((IPEndPoint)listener.LocalEndpoint).Port))
        );
        await talking;
    }
}
