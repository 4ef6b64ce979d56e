using System.Text.RegularExpressions;
using CoBuilding.Journeys.House;
using CoBuilding.Tests.House;
using CoBuilding.Web.Tests.House;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace CoBuilding.Journeys.House;

/// <summary>One person's browser in one district.</summary>
public sealed partial class BrowserSession : IAsyncDisposable
{
    /// <summary>Of all that a person does here: a walk that stands still is ended, so that whatever waits in it fails.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    private readonly IBrowserContext context;
    private readonly Uri district;
    private readonly bool isReadAtTwiceTheSize;
    private readonly CancellationTokenSource over = new();

    /// <param name="isReadAtTwiceTheSize">Whether each page that is opened has to bear text of twice the size.</param>
    public BrowserSession(IBrowserContext context, Uri district, bool isReadAtTwiceTheSize = false)
    {
        (this.context, this.district, this.isReadAtTwiceTheSize) = (context, district, isReadAtTwiceTheSize);
        _ = EndAsync(TestContext.Current.TestOutputHelper);
    }

    public IBrowserContext Context => context;
    public IPage Page { get; private set; } = null!;

    public async Task<IResponse> GoAsync(string path)
    {
        Page ??= await context.NewPageAsync().WithinAsync(Chromium.Patience, "a new page in the browser");
        var answer = (await Page.GotoAsync(new Uri(district, path).ToString()))!;
        if (answer.Status == 200)
            await InteractiveAsync();
        if (isReadAtTwiceTheSize)
            await ReadAtTwiceTheSizeAsync();
        return answer;
    }

    /// <summary>With text at twice its size the text grows, and nothing overflows the screen.</summary>
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
                """
            )
            .WithinAsync(Chromium.Patience, $"the size of the text on {Page.Url}");
        Assert.Equal([2f, 0f], text);
    }

    public async Task SignInAsync(string login, string password = PortalHost.Password)
    {
        await GoAsync("sign-in");
        await Page.FillAsync("[name=login]", login);
        await Page.FillAsync("[name=password]", password);
        await Page.ClickAsync("main button.primary");
        // Asked again and again, since who waits for the event of a document that loads can miss it.
        await Page.WaitForFunctionAsync("() => !location.pathname.includes('sign-in') && document.readyState === 'complete'");
        await InteractiveAsync();
    }

    /// <summary>Waits until clicks reach the circuit; at once on a static page.</summary>
    public async Task InteractiveAsync()
    {
        if (await Page.Locator("#components-reconnect-modal").CountAsync().WithinAsync(Chromium.Patience, $"a look at {Page.Url}") > 0)
            await Page.Locator("[data-interactive]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
    }

    /// <summary>Fills a field by its label. If it is not found, the failure includes the page's content.</summary>
    public async Task FillAsync(string label, string text)
    {
        try
        {
            await Page.GetByLabel(label, new() { Exact = true }).First.FillAsync(text);
        }
        catch (TimeoutException waited)
        {
            throw new TimeoutException(
                $"No field \"{label}\" on {Page.Url}, which shows:\n{await Page.Locator("body").InnerTextAsync()}",
                waited
            );
        }
    }

    /// <summary>Chooses a file in an office page's field, once the circuit listens to it, which begins after the field is shown.</summary>
    public async Task ChooseFileAsync(FilePayload file)
    {
        await Page.WaitForFunctionAsync("() => document.querySelector('input[type=file]')?._blazorInputFileNextFileId !== undefined");
        await Page.Locator("input[type=file]").SetInputFilesAsync(file);
    }

    /// <summary>Types into a picker and takes the entry that shows the text.</summary>
    /// <param name="typed">A part of what is then in the field, so that it can be seen when the pick has been taken.</param>
    public async Task PickAsync(string label, string typed, string entry)
    {
        var field = Page.GetByLabel(label, new() { Exact = true }).First;
        await field.ClickAsync();
        await field.FillAsync(typed);
        // The list is re-rendered after the search, possibly during the click.
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
    /// <param name="button">The button that creates the texts; null if they are already shown.</param>
    /// <param name="part">A part that distinguishes it from other addresses.</param>
    public async Task<string> LinkAsync(string? button, string unit, string part)
    {
        if (button is not null)
            await Page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
        var text = await Page.Locator(".texts li", new() { HasText = unit }).First.Locator("textarea").InputValueAsync();
        return Address().Matches(text).Select(m => m.Value).Single(a => a.Contains(part, StringComparison.Ordinal));
    }

    [GeneratedRegex(@"https?://[^\s\u3000]+")]
    private static partial Regex Address();

    private async Task EndAsync(ITestOutputHelper? told)
    {
        try
        {
            await Task.Delay(Longest, over.Token);
            var shown = string.Join(", ", context.Pages.Select(p => p.Url));
            told?.WriteLine($"This walk has lasted {Longest.TotalMinutes} minutes and is ended. It stands at {shown}.");
            await context.CloseAsync(new() { Reason = $"the walk lasted more than {Longest.TotalMinutes} minutes, at {shown}" });
        }
        catch (OperationCanceledException)
        {
            // It came to its end in time.
        }
    }

    public async ValueTask DisposeAsync()
    {
        await over.CancelAsync();
        over.Dispose();
        await context.CloseAsync().WithinAsync(Chromium.Patience, "a browser's context to close");
    }
}
