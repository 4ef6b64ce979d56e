using System.Diagnostics.Tracing;
using CoBuilding.Tests.House;
using Microsoft.Diagnostics.NETCore.Client;
using Microsoft.Diagnostics.Tracing;
using Microsoft.Playwright;

namespace CoBuilding.Benchmarks;

/// <summary>
/// The server memory used by one open page: the roster (50 rows) against the counter of Blazor's template, in real Chromium.
/// </summary>
internal sealed class CircuitMemory : IBenchmark
{
    private const int MostUnanswered = 4;
    private static readonly TimeSpan LongestCollection = TimeSpan.FromSeconds(20);

    public string Name => "circuit-memory";
    public string Compares =>
        "bytes of managed heap per open circuit after a full collection: the roster page with 50 rows against the template's counter page";

    public async Task<Result> RunAsync(bool smoke, Action<string> say)
    {
        await using var stage = await BenchmarkDistrict.SetAsync(say);
        var district = await stage.DistrictAsync("bench", seats: 50, meetings: 1);
        await using var portal = await Server.PortalAsync(stage, say);
        await using var control = await Server.ControlAsync("counter", stage);
        await using var browser = await Chromium.StartAsync();

        var (rounds, pages) = smoke ? (1, 3) : (5, 10);
        var street = district.Streets[0];
        var right = true;
        List<(double, double)> measured = [];
        await using var office = await browser.ContextAsync();
        await Browser.SignInAsync(office, portal.Address, district.Slug, street.ClerkLogin);
        await using var plain = await browser.ContextAsync();
        await MeasureAsync(portal, office, $"{district.Slug}/committees/{street.CommitteeId}", 2, null);
        await MeasureAsync(control, plain, "", 2, null);
        for (var n = 0; n < rounds; n++)
        {
            var subject = await MeasureAsync(
                portal,
                office,
                $"{district.Slug}/committees/{street.CommitteeId}",
                pages,
                async page => await page.CountAsync("tbody tr") >= 50
            );
            var against = await MeasureAsync(control, plain, "", pages, async page => await page.CountAsync("button") == 1);
            measured.Add((subject, against));
            say($"round {n + 1}: {subject / 1024:0} KB against {against / 1024:0} KB");
        }
        return Result.Of(Name, measured, right);

        async Task<double> MeasureAsync(Server server, IBrowserContext context, string path, int count, Func<IPage, Task<bool>>? isRight)
        {
            var before = await CollectedAsync(server.ProcessId);
            for (var n = 0; n < count; n++)
            {
                var page = await context.PageAsync();
                await Browser.OpenAsync(page, new Uri(server.Address, path));
                await page.WaitForTimeoutAsync(300);
                if (isRight is not null)
                    right &= await isRight(page);
            }
            // The pages stay open: the server keeps the circuit of a closed one for minutes, and its end would fall into a later round.
            return (await CollectedAsync(server.ProcessId) - before) / count;
        }
    }

    /// <summary>The managed heap after three garbage collections, in bytes.</summary>
    private static async Task<double> CollectedAsync(int process)
    {
        double heap = 0;
        for (var (collected, unanswered) = (0, 0); collected < 3; )
        {
            try
            {
                heap = await Task.Run(() => CollectAsync(process))
                    .WithinAsync(LongestCollection, $"process {process} to collect its garbage and say so");
                collected++;
            }
            catch (TimeoutException) when (++unanswered < MostUnanswered)
            {
                // The runtime's event session sometimes never ends; another one does.
            }
        }
        return heap;
    }

    private static async Task<double> CollectAsync(int process)
    {
        const long Collections = 0x1;
        const long CollectNow = 0x800000;
        double heap = 0;
        using var session = new DiagnosticsClient(process).StartEventPipeSession(
            [new EventPipeProvider("Microsoft-Windows-DotNETRuntime", EventLevel.Informational, Collections | CollectNow)],
            requestRundown: false
        );
        var reading = Task.Run(() =>
        {
            using var events = new EventPipeEventSource(session.EventStream);
            events.Clr.GCHeapStats += collected => heap = collected.TotalHeapSize;
            events.Process();
        });
        await Task.Delay(500);
        session.Stop();
        await reading;
        return heap;
    }
}
