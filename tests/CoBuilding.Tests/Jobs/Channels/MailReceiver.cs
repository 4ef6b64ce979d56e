using System.Buffers;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using MimeKit;
using SmtpServer;
using SmtpServer.ComponentModel;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace CoBuilding.Tests.Jobs.Channels;

/// <summary>A real mail server on this machine.</summary>
internal sealed class MailReceiver : MessageStore, IAsyncDisposable
{
    private readonly CancellationTokenSource stop = new();
    private readonly Func<int, SmtpResponse> answer;
    private Task running = Task.CompletedTask;

    private MailReceiver(Func<int, SmtpResponse> answer) => this.answer = answer;

    public ConcurrentQueue<MimeMessage> Mails { get; } = [];
    public int Port { get; private set; }

    /// <param name="answer">To each message, by its number from 1.</param>
    public static MailReceiver Start(Func<int, SmtpResponse> answer)
    {
        var receiver = new MailReceiver(answer) { Port = FreePort() };
        var services = new ServiceProvider();
        services.Add(receiver);
        receiver.running = new SmtpServer.SmtpServer(
            new SmtpServerOptionsBuilder()
                .ServerName("localhost")
                .Endpoint(e => e.Endpoint(new IPEndPoint(IPAddress.Loopback, receiver.Port)))
                .Build(),
            services
        ).StartAsync(receiver.stop.Token);
        return receiver;
    }

    public override async Task<SmtpResponse> SaveAsync(
        ISessionContext context,
        IMessageTransaction transaction,
        ReadOnlySequence<byte> buffer,
        CancellationToken cancellationToken
    )
    {
        Mails.Enqueue(await MimeMessage.LoadAsync(new MemoryStream(buffer.ToArray()), cancellationToken));
        return answer(Mails.Count);
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await running.ContinueWith(_ => { }, TaskScheduler.Default);
        stop.Dispose();
    }
}
