using System.Diagnostics;
using System.Globalization;

namespace CoBuilding.Benchmarks;

/// <summary>
/// Monitors a server: its resident memory twenty times per second, and the duration of a health request five times per
/// lives.
/// </summary>
internal sealed class ServerWatch : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Server server;
    private readonly Func<long> inFlight;
    private readonly CancellationTokenSource enough = new();
    private readonly Task looking;

    /// <param name="inFlight">The bytes of the uploads that are on their way, which are not the server's fault.</param>
    public ServerWatch(Server server, Func<long> inFlight)
    {
        (this.server, this.inFlight) = (server, inFlight);
        looking = Task.WhenAll(Task.Run(WeighAsync), Task.Run(AskAsync));
    }

    /// <summary>In bytes, those of the uploads taken off.</summary>
    public long MostMemory { get; private set; }

    /// <summary>In milliseconds; infinite after a failure.</summary>
    public double SlowestHealth { get; private set; }

    private async Task WeighAsync()
    {
        while (!enough.IsCancellationRequested && server.IsRunning)
        {
            var own = inFlight();
            MostMemory = Math.Max(MostMemory, Resident(server.ProcessId) - own);
            await Task.Delay(50, CancellationToken.None);
        }
    }

    private async Task AskAsync()
    {
        using var client = AnswerLoad.Client(server.Address, 1);
        client.Timeout = Patience;
        while (!enough.IsCancellationRequested)
        {
            var begun = Stopwatch.GetTimestamp();
            var isAlive = await IsAliveAsync(client);
            SlowestHealth = Math.Max(SlowestHealth, isAlive ? Stopwatch.GetElapsedTime(begun).TotalMilliseconds : double.PositiveInfinity);
            await Task.Delay(200, CancellationToken.None);
        }
    }

    private static async Task<bool> IsAliveAsync(HttpClient client)
    {
        try
        {
            using var answer = await client.GetAsync("health/live");
            return answer.IsSuccessStatusCode;
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }

    private static long Resident(int process)
    {
        try
        {
            var line = File.ReadLines($"/proc/{process}/status").First(l => l.StartsWith("VmRSS:", StringComparison.Ordinal));
            return 1024 * long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
        }
        catch (Exception gone) when (gone is IOException or InvalidOperationException)
        {
            return 0;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await enough.CancelAsync();
        await looking;
        enough.Dispose();
    }
}
