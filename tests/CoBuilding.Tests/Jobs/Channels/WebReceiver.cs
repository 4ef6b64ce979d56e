using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CoBuilding.Tests.Jobs.Channels;

/// <summary>A real server on this machine that stands for a robot's or a gateway's, and keeps what it was sent.</summary>
internal sealed class WebReceiver : IAsyncDisposable
{
    private readonly WebApplication app;

    private WebReceiver(WebApplication app) => this.app = app;

    public sealed record Call(string Method, string Path, string Query, string Body, IReadOnlyDictionary<string, string> Headers);

    public ConcurrentQueue<Call> Calls { get; } = [];

    public string Address => app.Urls.Single();

    /// <summary>It takes every message, as a robot says it.</summary>
    public static Task<WebReceiver> TakingAllAsync() => SayingAsync(200, """{"errcode":0}""");

    /// <param name="answer">Given the number of the call, from 1.</param>
    public static async Task<WebReceiver> StartAsync(Func<HttpContext, int, Task> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var receiver = new WebReceiver(builder.Build());
        receiver.app.Run(async context =>
        {
            var body = await new StreamReader(context.Request.Body).ReadToEndAsync(context.RequestAborted);
            receiver.Calls.Enqueue(
                new(
                    context.Request.Method,
                    context.Request.Path,
                    context.Request.QueryString.Value ?? "",
                    body,
                    context.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase)
                )
            );
            await answer(context, receiver.Calls.Count);
        });
        await receiver.app.StartAsync();
        return receiver;
    }

    public static Task<WebReceiver> SayingAsync(int status, string body = "") =>
        StartAsync(
            (context, _) =>
            {
                context.Response.StatusCode = status;
                return context.Response.WriteAsync(body);
            }
        );

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
