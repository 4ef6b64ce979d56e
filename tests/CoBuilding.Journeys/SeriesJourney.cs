using CoBuilding.Journeys.House;
using CoBuilding.Web.Tests.House;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CoBuilding.Journeys;

/// <summary>A series of meetings, from its setup to the plan of the next meeting, and the calendar of holidays.</summary>
public sealed class SeriesJourney(PortalHost host, Chromium chromium)
{
    private const string Notice = "一、元旦：1月1日（周五）至3日（周日）放假，共3天。1月9日（周六）上班。";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_is_due_leads_from_home_to_a_plan_that_is_filled_in(bool isPhone)
    {
        var district = await host.CreateAsync();
        await CommitteeDistrict.BeginAsync(host, district);
        await using var walk = isPhone
            ? await chromium.PhoneAsync(host, district, script: true)
            : await chromium.DesktopAsync(host, district);
        await walk.SignInAsync("clerk");
        await walk.GoAsync("meetings/series/new");
        await walk.PickAsync("主办机构", "东", "东街道大工委");
        await walk.FillAsync("名称", "共建互补联席会议");
        await walk.FillAsync("提前几天筹备", "180");
        await SaveAsync(walk.Page, "保存");
        await Expect(walk.Page.Locator(".habit")).ToContainTextAsync("东街道大工委");
        await Expect(walk.Page.Locator(".periods .tag.amber").First).ToBeVisibleAsync();

        await walk.GoAsync("");
        await walk.Page.Locator(".waiting a", new() { HasText = "共建互补联席会议待筹备" }).First.ClickAsync();
        await Expect(walk.Page.GetByLabel("名称"))
            .ToHaveValueAsync(new System.Text.RegularExpressions.Regex("^[0-9]{4}年第.季度共建互补联席会议$"));
        await Expect(walk.Page.GetByLabel("主办机构").First).ToHaveValueAsync("东街道大工委");
        await SaveAsync(walk.Page, "保存");
        await Expect(walk.Page.Locator("h1")).ToContainTextAsync("季度共建互补联席会议");
        await walk.GoAsync("meetings/series");
        await Expect(walk.Page.Locator(".periods .tag.blue")).ToHaveTextAsync("已安排");
        Assert.True(
            await walk.Page.Locator("html").EvaluateAsync<int>("e => e.scrollWidth")
                <= await walk.Page.Locator("html").EvaluateAsync<int>("e => e.clientWidth")
        );
    }

    [Fact]
    public async Task The_yearly_notice_is_read_before_it_is_entered_and_a_day_is_removed_again()
    {
        await using var walk = await chromium.DesktopAsync(host, await host.CreateAsync());
        await walk.SignInAsync("admin");
        await walk.GoAsync("settings/workdays?year=2032");
        await walk.Page.GetByLabel("粘贴的内容").FillAsync(Notice);
        await Expect(walk.Page.Locator(".found li")).ToHaveCountAsync(2);
        await SaveAsync(walk.Page, "录入");
        await Expect(walk.Page.Locator("table.list tbody tr")).ToHaveCountAsync(2);
        await walk.Page.GetByRole(AriaRole.Button, new() { Name = "删去 元旦" }).Last.ClickAsync();
        await walk.Page.Locator(".mud-dialog").GetByRole(AriaRole.Button, new() { Name = "删去" }).ClickAsync();
        await Expect(walk.Page.Locator("table.list tbody tr")).ToHaveCountAsync(1);
    }

    private static Task SaveAsync(IPage page, string text) =>
        page.Locator("form button[type=submit]", new() { HasText = text }).First.ClickAsync();
}
