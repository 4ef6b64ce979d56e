using System.Net;
using System.Text.RegularExpressions;
using CoBuilding.Tests.House;
using Microsoft.Playwright;

namespace CoBuilding.Benchmarks;

internal static class Browser
{
    /// <summary>Signs in at the portal; the client keeps the session and follows no redirect.</summary>
    public static async Task<HttpClient> SignInAsync(Server portal, string slug, string login, string password)
    {
        var client = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = false })
        {
            BaseAddress = portal.Address,
            Timeout = AnswerLoad.Patience,
        };
        var token = TokenIn(await client.GetStringAsync($"{slug}/sign-in"));
        using var form = new FormUrlEncodedContent([
            new("__RequestVerificationToken", token),
            new("login", login),
            new("password", password),
        ]);
        using var answer = await client.PostAsync($"{slug}/sign-in", form);
        return answer.StatusCode == HttpStatusCode.Redirect
            ? client
            : throw new InvalidOperationException($"{login} could not sign in: {answer.StatusCode}");
    }

    /// <summary>What a page's form must send along.</summary>
    public static string TokenIn(string page) =>
        Regex.Match(page, "name=\"__RequestVerificationToken\" value=\"([^\"]+)\"").Groups[1].Value;

    /// <summary>The same in Chromium: every page of the context is signed in afterwards.</summary>
    public static async Task SignInAsync(IBrowserContext context, Uri address, string slug, string login)
    {
        var page = await context.PageAsync();
        await page.GotoAsync(new Uri(address, $"{slug}/sign-in").ToString());
        await page.FillAsync("[name=login]", login);
        await page.FillAsync("[name=password]", BenchmarkDistrict.Password);
        await page.ClickAsync("button.primary");
        // Asked again and again, since who waits for the event of a document that loads can miss it.
        await page.WaitForFunctionAsync("() => !location.pathname.includes('sign-in') && document.readyState === 'complete'");
        await page.CloseAsync().WithinAsync(AnswerLoad.Patience, "the page of the sign-in to close");
    }

    /// <summary>Opens an address and waits for the circuit.</summary>
    public static async Task OpenAsync(IPage page, Uri address)
    {
        var connected = new TaskCompletionSource();
        page.WebSocket += (_, socket) => socket.FrameReceived += (_, _) => connected.TrySetResult();
        await page.GotoAsync(address.ToString());
        await connected.Task.WithinAsync(TimeSpan.FromSeconds(20), $"the circuit of {address} to speak, where the page is {page.Url}");
    }
}
