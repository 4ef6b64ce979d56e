using CoBuilding.Data;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace CoBuilding.Jobs.Carriers;

/// <summary>E-mail by SMTP. The message's id is its Message-ID, the same at every try, by which mailboxes know a second copy.</summary>
internal sealed class MailCarrier(TimeProvider clock, Outbound outbound)
{
    public async Task<Delivery> SendAsync(Channel channel, Letter letter, CancellationToken ct)
    {
        var handover = new Handover();
        try
        {
            using var client = new SmtpClient { LocalDomain = "cobuilding.local", CheckCertificateRevocation = false };
            await OpenAsync(client, channel, ct);
            await client.SendAsync(Compose(channel, letter), ct, handover);
            await CloseAsync(client, ct);
            return Delivery.Taken;
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
            return Delivery.Never(Trouble.Refused, "SMTP 535");
        }
        catch (Exception failure) when (failure is not ArgumentException)
        {
            return handover.HasBegun ? Delivery.Unknown(Trouble.NoAnswer) : Delivery.NotNow(Trouble.NotReached);
        }
    }

    private async Task OpenAsync(SmtpClient client, Channel channel, CancellationToken ct)
    {
        var stream = await outbound.ConnectAsync(channel.Host, channel.Port ?? 25, channel.Security == MailSecurity.None, ct);
        await client.ConnectAsync(stream, channel.Host, channel.Port ?? 25, channel.Security switch
        {
            MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
            MailSecurity.None => SecureSocketOptions.None,
            _ => SecureSocketOptions.StartTls,
        }, ct);
        if (channel is { UserName: { } user, Password: { } password }) await client.AuthenticateAsync(user, password, ct);
    }

    private MimeMessage Compose(Channel channel, Letter letter)
    {
        var message = new MimeMessage
        {
            MessageId = $"{letter.MessageId:N}@{channel.Sender!.Split('@')[^1]}",
            Date = TimeZoneInfo.ConvertTime(clock.GetUtcNow(), ChinaTime.Zone),
            Subject = letter.Subject,
            Body = new TextPart("plain") { Text = letter.Text },
        };
        message.From.Add(new MailboxAddress(channel.SenderName, channel.Sender));
        message.To.Add(new MailboxAddress(null, letter.To!));
        // No answers by machines: nobody reads the sender's mailbox for absences.
        message.Headers.Add("Auto-Submitted", "auto-generated");
        return message;
    }

    private static Delivery Said(SmtpCommandException answer)
    {
        var code = $"SMTP {(int)answer.StatusCode}";
        return (int)answer.StatusCode / 100 == 5 ? Delivery.Never(Trouble.Refused, code) : Delivery.NotNow(Trouble.ServerFailed, code);
    }

    /// <summary>The server has taken it by then, whatever becomes of the farewell.</summary>
    private static async Task CloseAsync(SmtpClient client, CancellationToken ct)
    {
        try
        {
            await client.DisconnectAsync(true, ct);
        }
        catch (Exception failure) when (failure is not ArgumentException)
        {
        }
    }

    /// <summary>Knows whether the text itself has begun to go out: before that, surely nothing was taken.</summary>
    private sealed class Handover : ITransferProgress
    {
        public bool HasBegun { get; private set; }

        public void Report(long bytesTransferred, long totalSize) => HasBegun = true;

        public void Report(long bytesTransferred) => HasBegun = true;
    }
}
