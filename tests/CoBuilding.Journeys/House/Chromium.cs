using CoBuilding.Journeys.House;
using CoBuilding.Tests.House;
using CoBuilding.Web.Tests.House;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace CoBuilding.Journeys.House;

/// <summary>A real browser, and the portal served to it by Kestrel on loopback.</summary>
public sealed class Chromium : IAsyncLifetime
{
    /// <summary>For what Playwright itself waits for without a limit.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Lock serving = new();
    private readonly Dictionary<PortalHost, Uri> addresses = [];
    private IPlaywright playwright = null!;

    public IBrowser Browser { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        playwright = await Playwright.CreateAsync().WithinAsync(Patience, "the driver of the browser");
        Browser = await playwright
            .Chromium.LaunchAsync(
                new()
                {
                    ExecutablePath = "/usr/bin/chromium",
                    Args =
                    [
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                    ],
                }
            )
            .WithinAsync(Patience, "Chromium to start");
    }

    /// <summary>A desktop of 1440 × 900.</summary>
    public async Task<BrowserSession> DesktopAsync(PortalHost host, WebDistrict district) =>
        new(
            await ContextAsync(
                new()
                {
                    ViewportSize = new() { Width = 1440, Height = 900 },
                }
            ),
            new Uri(Serve(host), district.Slug + "/")
        );

    /// <summary>A phone of 375 × 812; no script unless asked for.</summary>
    public async Task<BrowserSession> PhoneAsync(PortalHost host, WebDistrict district, bool script = false) =>
        new(
            await ContextAsync(
                new()
                {
                    ViewportSize = new() { Width = 375, Height = 812 },
                    JavaScriptEnabled = script,
                    HasTouch = true,
                    IsMobile = true,
                }
            ),
            new Uri(Serve(host), district.Slug + "/"),
            isReadAtTwiceTheSize: !script
        );

    private Task<IBrowserContext> ContextAsync(BrowserNewContextOptions options) =>
        Browser.NewContextAsync(options).WithinAsync(Patience, "a browser's context");

    private Uri Serve(PortalHost host)
    {
        lock (serving)
        {
            if (addresses.TryGetValue(host, out var known))
                return known;
            var served = host.Factory.WithWebHostBuilder(web => web.UseSetting("urls", "http://127.0.0.1:0"));
            served.UseKestrel(0);
            served.StartServer();
            return addresses[host] = served.ClientOptions.BaseAddress;
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await Browser.CloseAsync().WithinAsync(Patience, "Chromium to close");
        }
        finally
        {
            playwright.Dispose();
        }
    }
}
