using CoBuilding.Tests.House;
using Microsoft.Playwright;

namespace CoBuilding.Benchmarks;

/// <summary>A real browser, none of whose deeds takes forever.</summary>
internal sealed class Chromium : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly IPlaywright playwright;
    private readonly IBrowser browser;

    private Chromium(IPlaywright playwright, IBrowser browser) => (this.playwright, this.browser) = (playwright, browser);

    public static async Task<Chromium> StartAsync()
    {
        var playwright = await Playwright.CreateAsync().WithinAsync(Patience, "the driver of the browser");
        var browser = await playwright
            .Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Args = ["--no-sandbox", "--disable-gpu"] })
            .WithinAsync(Patience, "Chromium to start");
        return new Chromium(playwright, browser);
    }

    public async Task<IBrowserContext> ContextAsync() => await browser.NewContextAsync().WithinAsync(Patience, "a browser's context");

    public async ValueTask DisposeAsync()
    {
        try
        {
            await browser.CloseAsync().WithinAsync(Patience, "Chromium to close");
        }
        catch (Exception failure) when (failure is TimeoutException or PlaywrightException)
        {
            // What was measured stands; the driver, which ends next, takes the browser with it.
            await Console.Error.WriteLineAsync(failure.Message);
        }
        playwright.Dispose();
    }
}
