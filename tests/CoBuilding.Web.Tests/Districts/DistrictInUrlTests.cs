using System.Net;
using CoBuilding.Web.Tests.House;

namespace CoBuilding.Web.Tests.Districts;

public sealed class DistrictInUrlTests(PortalHost host)
{
    [Fact]
    public async Task The_root_lists_the_districts()
    {
        var district = await host.CreateAsync("被列出的区");
        var answer = await host.Browse().GetAsync("/");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var page = await answer.TextAsync();
        Assert.Contains($"href=\"{district.Slug}/\"", page, StringComparison.Ordinal);
        Assert.Contains("被列出的区", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/nowhere/")]
    [InlineData("/nowhere/sign-in")]
    [InlineData("/places")]
    [InlineData("/sign-in")]
    [InlineData("/_blazor")]
    public async Task Outside_the_districts_there_is_nothing_but_a_friendly_page(string path)
    {
        var answer = await host.Browse().GetAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("没有找到这个页面", await answer.TextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_page_in_a_district_is_not_found_rather_than_a_reason_to_sign_in()
    {
        var district = await host.CreateAsync();
        var answer = await host.Browse().GetAsync($"/{district.Slug}/nothing-here");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task The_not_found_page_speaks_the_readers_language()
    {
        var browser = host.Browse();
        browser.Http.DefaultRequestHeaders.Add("Cookie", ".AspNetCore.Culture=" + Uri.EscapeDataString("c=en|uic=en"));
        Assert.Contains("Page not found", await browser.ReadAsync("/nowhere/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_browsers_own_preference_does_not_choose_the_language()
    {
        var browser = host.Browse();
        browser.Http.DefaultRequestHeaders.Add("Accept-Language", "en");
        Assert.Contains("没有找到这个页面", await browser.ReadAsync("/nowhere/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_district_without_a_slash_gets_one()
    {
        var district = await host.CreateAsync();
        var answer = await host.Browse().GetAsync($"/{district.Slug}");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal($"/{district.Slug}/", answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Pages_are_based_in_their_district()
    {
        var district = await host.CreateAsync();
        Assert.Contains(
            $"<base href=\"/{district.Slug}/\"",
            await host.Browse().ReadAsync($"/{district.Slug}/sign-in"),
            StringComparison.Ordinal
        );
        Assert.Contains(
            $"<base href=\"/{district.Slug}/\"",
            await (await district.SignInAsync("admin")).ReadAsync($"/{district.Slug}/"),
            StringComparison.Ordinal
        );
    }
}
