using System.Text.RegularExpressions;
using CoBuilding.Journeys.House;
using CoBuilding.Web.Tests.House;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace CoBuilding.Journeys.House;

/// <summary>A real browser, and the portal served to it by Kestrel on loopback.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private readonly Lock serving = new();
    private IPlaywright playwright = null!;
    private Uri? address;

    public IBrowser Browser { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        playwright = await Playwright.CreateAsync();
        Browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    /// <summary>A desktop of 1440 × 900.</summary>
    public async Task<BrowserSession> DesktopAsync(PortalHost host, WebDistrict district) =>
        new(await Browser.NewContextAsync(new() { ViewportSize = new() { Width = 1440, Height = 900 } }), new Uri(Serve(host), district.Slug + "/"));

    /// <summary>A phone of 375 × 812; no script unless asked for.</summary>
    public async Task<BrowserSession> PhoneAsync(PortalHost host, WebDistrict district, bool script = false) =>
        new(await Browser.NewContextAsync(new() { ViewportSize = new() { Width = 375, Height = 812 }, JavaScriptEnabled = script, HasTouch = true, IsMobile = true }),
            new Uri(Serve(host), district.Slug + "/"), isReadAtTwiceTheSize: !script);

    private Uri Serve(PortalHost host)
    {
        lock (serving)
        {
            if (address is not null) return address;
            var served = host.Factory.WithWebHostBuilder(web => web.UseSetting("urls", "http://127.0.0.1:0"));
            served.UseKestrel(0);
            served.StartServer();
            return address = served.ClientOptions.BaseAddress;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Browser.DisposeAsync();
        playwright.Dispose();
    }
}

/// <summary>One person's browser in one district.</summary>
/// <param name="isReadAtTwiceTheSize">Whether each page that is opened has to bear text of twice the size.</param>
public sealed partial class BrowserSession(IBrowserContext context, Uri district, bool isReadAtTwiceTheSize = false) : IAsyncDisposable
{
    public IBrowserContext Context => context;
    public IPage Page { get; private set; } = null!;

    public async Task<IResponse> GoAsync(string path)
    {
        Page ??= await context.NewPageAsync();
        var answer = (await Page.GotoAsync(new Uri(district, path).ToString()))!;
        if (answer.Status == 200) await InteractiveAsync();
        if (isReadAtTwiceTheSize) await ReadAtTwiceTheSizeAsync();
        return answer;
    }

    /// <summary>Whoever sees badly sets the text to twice its size: it grows, and nothing leaves the screen.</summary>
    private async Task ReadAtTwiceTheSizeAsync()
    {
        var text = await Page.EvaluateAsync<float[]>(
            """
            () => {
                const [root, size] = [document.documentElement, () => parseFloat(getComputedStyle(document.body).fontSize)];
                const usual = size();
                root.style.fontSize = '200%';
                const doubled = [size() / usual, root.scrollWidth - root.clientWidth];
                root.style.fontSize = '';
                return doubled;
            }
            """);
        Assert.Equal([2f, 0f], text);
    }

    public async Task SignInAsync(string login, string password = PortalHost.Password)
    {
        await GoAsync("sign-in");
        await Page.FillAsync("[name=login]", login);
        await Page.FillAsync("[name=password]", password);
        await Page.ClickAsync("main button.primary");
        await Page.WaitForURLAsync(url => !url.Contains("sign-in", StringComparison.Ordinal));
        await InteractiveAsync();
    }

    /// <summary>Waits until clicks reach the circuit; at once on a static page.</summary>
    public async Task InteractiveAsync()
    {
        if (await Page.Locator("#components-reconnect-modal").CountAsync() > 0)
            await Page.Locator("[data-interactive]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
    }

    /// <summary>Fills a field by its label, as a person finds it. Where there is none, the failure tells what the page showed instead.</summary>
    public async Task FillAsync(string label, string text)
    {
        try
        {
            await Page.GetByLabel(label, new() { Exact = true }).First.FillAsync(text);
        }
        catch (TimeoutException waited)
        {
            throw new TimeoutException($"No field \"{label}\" on {Page.Url}, which shows:\n{await Page.Locator("body").InnerTextAsync()}", waited);
        }
    }

    /// <summary>Types into a picker and takes the entry that shows the text.</summary>
    /// <param name="typed">A part of what is then in the field, so that it can be seen when the pick has been taken.</param>
    public async Task PickAsync(string label, string typed, string entry)
    {
        var field = Page.GetByLabel(label, new() { Exact = true }).First;
        await field.ClickAsync();
        await field.FillAsync(typed);
        // The list is drawn anew once the search answers, perhaps under the very click.
        for (var tries = 1; await field.InputValueAsync() == typed; tries++)
        {
            await Page.Locator(".mud-popover-open .mud-list-item", new() { HasText = entry }).First.ClickAsync();
            try
            {
                await Expect(field).Not.ToHaveValueAsync(typed);
            }
            catch (PlaywrightException) when (tries < 3)
            {
                await field.ClickAsync();
            }
        }
    }

    /// <summary>The address in the text that was made for a unit.</summary>
    /// <param name="button">By which the texts are made; null where they stand there already.</param>
    /// <param name="part">By which it is told from other addresses in it.</param>
    public async Task<string> LinkAsync(string? button, string unit, string part)
    {
        if (button is not null) await Page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
        var text = await Page.Locator(".texts li", new() { HasText = unit }).First.Locator("textarea").InputValueAsync();
        return Address().Matches(text).Select(m => m.Value).Single(a => a.Contains(part, StringComparison.Ordinal));
    }

    [GeneratedRegex(@"https?://[^\s\u3000]+")]
    private static partial Regex Address();

    public async ValueTask DisposeAsync() => await context.DisposeAsync();
}
