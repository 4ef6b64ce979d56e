using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.RegularExpressions;
using CoBuilding.Journeys.House;
using CoBuilding.Web.Tests.House;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CoBuilding.Journeys;

/// <summary>Behavior of open pages during failures, and the size of a first visit.</summary>
public sealed class OutageTests(PortalHost host, Chromium chromium)
{
    [Fact]
    public async Task A_page_that_is_open_while_the_database_restarts_saves_at_the_next_click()
    {
        await using var own = new PortalHost { HasServerOfItsOwn = true };
        await own.InitializeAsync();
        var district = await own.CreateAsync();
        await using var office = await chromium.DesktopAsync(own, district);
        await office.SignInAsync("admin");
        await office.GoAsync("units/new");
        await office.FillAsync("单位全称", "重启小学");
        await own.RestartDatabaseAsync();
        await office.Page.GetByLabel("类型").First.ClickAsync();
        await office.Page.Locator(".mud-popover-open .mud-list-item", new() { HasText = "学校" }).First.ClickAsync();
        await office.PickAsync("驻在", "东一", "东一社区");
        await office.Page.Locator(".office-form button[type=submit]").ClickAsync();
        await Expect(office.Page.Locator("h1")).ToContainTextAsync("重启小学");
    }

    [Fact]
    public async Task What_was_typed_into_a_page_that_died_is_offered_back()
    {
        var district = await host.CreateAsync();
        await using var office = await chromium.DesktopAsync(host, district);
        await office.SignInAsync("admin");
        await office.GoAsync("units/new");
        await office.FillAsync("单位全称", "断线小学");
        await office.FillAsync("简称", "断小");
        await office.Page.ReloadAsync(); // the script does the same when the circuit is lost
        await office.InteractiveAsync();
        await office.Page.Locator("[data-draft-restore]").ClickAsync();
        await Expect(office.Page.GetByLabel("单位全称", new() { Exact = true })).ToHaveValueAsync("断线小学");
        await Expect(office.Page.GetByLabel("简称", new() { Exact = true })).ToHaveValueAsync("断小");
    }

    [Fact]
    public async Task A_first_visit_to_the_office_is_light_compressed_and_asks_no_other_host()
    {
        var district = await host.CreateAsync();
        await using var office = await chromium.DesktopAsync(host, district);
        await office.SignInAsync("admin");
        var cookies = await office.Context.CookiesAsync();
        await using var fresh = await chromium.DesktopAsync(host, district); // an empty cache
        await fresh.Context.AddCookiesAsync(
            cookies.Select(c => new Microsoft.Playwright.Cookie
            {
                Name = c.Name,
                Value = c.Value,
                Domain = c.Domain,
                Path = c.Path,
            })
        );
        var page = await fresh.Context.NewPageAsync();
        var (bytes, plain, hosts) = (new ConcurrentBag<double>(), new ConcurrentBag<string>(), new ConcurrentBag<string>());
        var tools = await fresh.Context.NewCDPSessionAsync(page);
        await tools.SendAsync("Network.enable");
        tools.Event("Network.loadingFinished").OnEvent += (_, e) => bytes.Add(e!.Value.GetProperty("encodedDataLength").GetDouble());
        page.Response += (_, answer) =>
        {
            hosts.Add(new Uri(answer.Url).Authority);
            if (Regex.IsMatch(answer.Url, @"\.(js|css)(\?|$)|/$") && !answer.Headers.ContainsKey("content-encoding"))
                plain.Add(answer.Url);
        };
        await page.GotoAsync(office.Page.Url);
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        Assert.Empty(plain);
        Assert.Single(hosts.Distinct());
        Assert.InRange(bytes.Sum(), 20_000, 160 * 1024);
    }
}
