using CoBuilding.Access;
using CoBuilding.Journeys.House;
using CoBuilding.Web.Tests.House;
using Microsoft.Playwright;

namespace CoBuilding.Journeys;

/// <summary>Drafts are kept in the browser for the account that typed them, and not shown to other accounts.</summary>
public sealed class UnsavedInputTests(PortalHost host, Chromium chromium)
{
    private const string Drafts = "Object.keys(sessionStorage).filter(name => name.startsWith('draft:')).length";

    [Theory]
    [InlineData("sign-out")]
    [InlineData("by the page alone, as without TLS")]
    public async Task Drafts_in_every_tab_end_with_signing_out(string way)
    {
        var district = await host.CreateAsync();
        await using var office = await chromium.DesktopAsync(host, district);
        await TypeAsync(office);
        var other = await office.Context.NewPageAsync();
        await other.GotoAsync(office.Page.Url);
        await other.Locator("[data-interactive]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await other.GetByLabel("单位全称", new() { Exact = true }).FillAsync("另一小学");
        await other.WaitForFunctionAsync($"{Drafts} === 1");

        await office.GoAsync(way == "sign-out" ? "sign-out" : "sign-in?left=true");
        if (way == "sign-out")
            await office.Page.ClickAsync("main button.primary");
        await office.Page.WaitForFunctionAsync("() => location.search.includes('left=true')");
        await office.Page.WaitForFunctionAsync($"{Drafts} === 0");
        await other.WaitForFunctionAsync($"{Drafts} === 0");
    }

    [Fact]
    public async Task Whoever_is_signed_out_elsewhere_leaves_no_drafts()
    {
        var district = await host.CreateAsync();
        await using var office = await chromium.DesktopAsync(host, district);
        await TypeAsync(office);
        await host.Use<SignOut>().RunAsync(await district.ScopeAsync("admin"), new() { Everywhere = true }, CancellationToken.None);
        await office.Page.ReloadAsync();
        await office.Page.WaitForFunctionAsync("() => location.search.includes('left=true')");
        await office.Page.WaitForFunctionAsync($"{Drafts} === 0");
    }

    [Theory]
    [InlineData("admin", 1)]
    [InlineData("clerk", 0)]
    public async Task A_session_that_ran_out_keeps_them_for_the_same_account_and_for_no_other(string login, int kept)
    {
        var district = await host.CreateAsync();
        await district.ClerkAsync("clerk");
        await using var office = await chromium.DesktopAsync(host, district);
        await TypeAsync(office);
        await office.Context.ClearCookiesAsync();
        await office.SignInAsync(login);
        Assert.Equal(kept, await office.Page.EvaluateAsync<int>(Drafts));
    }

    private static async Task TypeAsync(BrowserSession office)
    {
        await office.SignInAsync("admin");
        await office.GoAsync("units/new");
        await office.FillAsync("单位全称", "草稿小学");
        await office.Page.WaitForFunctionAsync($"{Drafts} === 1");
    }
}
