using System.Diagnostics.Tracing;
using Microsoft.Diagnostics.NETCore.Client;
using Microsoft.Playwright;

namespace CoBuilding.Benchmarks;

/// <summary>What one open page costs the server: the roster (50 rows) against the counter of Blazor's template, in real Chromium.</summary>
internal sealed class CircuitMemory : IBenchmark
{
    public string Name => "circuit-memory";
    public string Compares => "bytes of private memory per open circuit after a full collection: the roster page with 50 rows against the template's counter page";

    public async Task<Result> RunAsync(bool smoke, Action<string> say)
    {
        await using var stage = await Stage.SetAsync(say);
        var district = await stage.DistrictAsync("bench", seats: 50, meetings: 1);
        await using var portal = await Server.PortalAsync(stage, say);
        await using var control = await Server.ControlAsync("counter", stage);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Args = ["--no-sandbox", "--disable-gpu"] });

        var (rounds, pages) = smoke ? (1, 3) : (5, 20);
        var street = district.Streets[0];
        var right = true;
        List<(double, double)> measured = [];
        await using var office = await browser.NewContextAsync();
        await SignInAsync(office, portal.Address, district.Slug, street.ClerkLogin);
        await using var plain = await browser.NewContextAsync();
        await MeasureAsync(portal, office, $"{district.Slug}/committees/{street.CommitteeId}", 2, null);
        await MeasureAsync(control, plain, "", 2, null);
        for (var n = 0; n < rounds; n++)
        {
            var subject = await MeasureAsync(portal, office, $"{district.Slug}/committees/{street.CommitteeId}", pages, async page => await page.Locator("tbody tr").CountAsync() >= 50);
            var against = await MeasureAsync(control, plain, "", pages, async page => await page.Locator("button").CountAsync() == 1);
            measured.Add((subject, against));
            say($"round {n + 1}: {subject / 1024:0} KB against {against / 1024:0} KB");
        }
        return Result.Of(Name, measured, right);

        async Task<double> MeasureAsync(Server server, IBrowserContext context, string path, int count, Func<IPage, Task<bool>>? isRight)
        {
            var before = Collected(server.ProcessId);
            List<IPage> open = [];
            for (var n = 0; n < count; n++)
            {
                var page = await context.NewPageAsync();
                var connected = new TaskCompletionSource();
                page.WebSocket += (_, socket) => socket.FrameReceived += (_, _) => connected.TrySetResult();
                await page.GotoAsync(new Uri(server.Address, path).ToString());
                await connected.Task.WaitAsync(TimeSpan.FromSeconds(20));
                await page.WaitForTimeoutAsync(300);
                if (isRight is not null) right &= await isRight(page);
                open.Add(page);
            }
            var after = Collected(server.ProcessId);
            foreach (var page in open) await page.CloseAsync();
            await Task.Delay(500);
            return Math.Max(1, after - before) / count;
        }
    }

    private static async Task SignInAsync(IBrowserContext context, Uri address, string slug, string login)
    {
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(address, $"{slug}/sign-in").ToString());
        await page.FillAsync("[name=login]", login);
        await page.FillAsync("[name=password]", Stage.Password);
        await page.ClickAsync("button.primary");
        await page.CloseAsync();
    }

    /// <summary>Has the process collect its garbage and reads the private memory that is left, in bytes.</summary>
    private static double Collected(int process)
    {
        const long CollectNow = 0x800000;
        for (var n = 0; n < 2; n++)
        {
            using var session = new DiagnosticsClient(process).StartEventPipeSession(
                [new EventPipeProvider("Microsoft-Windows-DotNETRuntime", EventLevel.Informational, CollectNow)], requestRundown: false);
            Thread.Sleep(300);
            session.Stop();
        }
        return File.ReadLines($"/proc/{process}/smaps_rollup").Where(l => l.StartsWith("Private_Dirty:", StringComparison.Ordinal))
            .Sum(l => double.Parse(l.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], System.Globalization.CultureInfo.InvariantCulture)) * 1024;
    }
}
