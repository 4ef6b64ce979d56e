using CoBuilding.Texts;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace CoBuilding.Jobs.Channels;

/// <summary>E-mail by SMTP. The message's id is its Message-ID, the same at every try, so that mailboxes can detect a duplicate.</summary>
internal sealed class MailChannelClient(TimeProvider clock, Outbound outbound)
{
    public async Task<Delivery> SendAsync(Channel channel, RenderedMessage rendered, CancellationToken ct)
    {
        var transfer = new MailTransfer();
        try
        {
            using var client = new SmtpClient { LocalDomain = "cobuilding.local", CheckCertificateRevocation = false };
            await OpenAsync(client, channel, ct);
            await client.SendAsync(Compose(channel, rendered), ct, transfer);
            await CloseAsync(client, ct);
            return Delivery.Accepted;
        }
        catch (NotConnected failure)
        {
            return failure.Delivery;
        }
        catch (SmtpCommandException answer)
        {
            return Said(answer);
        }
        catch (AuthenticationException)
        {
            return Delivery.Rejected(DeliveryFailure.Refused, "SMTP 535");
        }
        catch (Exception failure) when (failure is not ArgumentException)
        {
            return transfer.HasBegun ? Delivery.Unknown(DeliveryFailure.NoAnswer) : Delivery.Retry(DeliveryFailure.NotReached);
        }
    }

    private async Task OpenAsync(SmtpClient client, Channel channel, CancellationToken ct)
    {
        var stream = await outbound.ConnectAsync(channel.Host, channel.Port ?? 25, channel.Security == MailSecurity.None, ct);
        await client.ConnectAsync(
            stream,
            channel.Host,
            channel.Port ?? 25,
            channel.Security switch
            {
                MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
                MailSecurity.None => SecureSocketOptions.None,
                _ => SecureSocketOptions.StartTls,
            },
            ct
        );
        if (channel is { UserName: { } user, Password: { } password })
            await client.AuthenticateAsync(user, password, ct);
    }

    private MimeMessage Compose(Channel channel, RenderedMessage rendered)
    {
        var message = new MimeMessage
        {
            MessageId = $"{rendered.MessageId:N}@{channel.Sender!.Split('@')[^1]}",
            Date = TimeZoneInfo.ConvertTime(clock.GetUtcNow(), ChinaTime.Zone),
            Subject = rendered.Subject,
            Body = new TextPart("plain") { Text = rendered.Text },
        };
        message.From.Add(new MailboxAddress(channel.SenderName, channel.Sender));
        message.To.Add(new MailboxAddress(null, rendered.To!));
        // Suppresses automatic replies.
        message.Headers.Add("Auto-Submitted", "auto-generated");
        return message;
    }

    private static Delivery Said(SmtpCommandException answer)
    {
        var code = $"SMTP {(int)answer.StatusCode}";
        return (int)answer.StatusCode / 100 == 5
            ? Delivery.Rejected(DeliveryFailure.Refused, code)
            : Delivery.Retry(DeliveryFailure.ServerFailed, code);
    }

    /// <summary>The server has accepted the message; a failure of QUIT is ignored.</summary>
    private static async Task CloseAsync(SmtpClient client, CancellationToken ct)
    {
        try
        {
            await client.DisconnectAsync(true, ct);
        }
        catch (Exception failure) when (failure is not ArgumentException) { }
    }

    /// <summary>Detects whether sending of the text has begun; before that the message was certainly not accepted.</summary>
    private sealed class MailTransfer : ITransferProgress
    {
        public bool HasBegun { get; private set; }

        public void Report(long bytesTransferred, long totalSize) => HasBegun = true;

        public void Report(long bytesTransferred) => HasBegun = true;
    }
}
