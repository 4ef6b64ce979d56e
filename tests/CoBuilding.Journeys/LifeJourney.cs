using CoBuilding.Committees;
using CoBuilding.Journeys.House;
using CoBuilding.Nominations.Preparation;
using CoBuilding.Texts;
using CoBuilding.Web.Tests.House;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CoBuilding.Journeys;

public sealed class LifeJourney(PortalHost host, Chromium chromium)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_prepared_committee_is_submitted_given_back_approved_and_established(bool isPhone)
    {
        var district = await host.CreateAsync();
        await district.ClerkAsync("clerk");
        var form = new PrepareCommittee.Form
        {
            Kind = CommitteeKind.BigParty,
            PlaceId = district.Community.Id,
            Name = "社区大党委",
            On = TimeProvider.System.GetUtcNow().ChinaDate(),
        };
        await host.Use<PrepareCommittee>().RunAsync(await district.ScopeAsync("admin"), form, TestContext.Current.CancellationToken);
        await using var walk = isPhone
            ? await chromium.PhoneAsync(host, district, script: true)
            : await chromium.DesktopAsync(host, district);
        await walk.SignInAsync("clerk");
        await walk.GoAsync($"committees/{form.CommitteeId}");
        await walk.InteractiveAsync();
        await SubmitAsync(walk, "呈报");
        await walk.Page.Locator("details summary", new() { HasText = "退回" }).ClickAsync();
        await walk.Page.Locator("details[open]").GetByLabel("原因").FillAsync("请补成员名单");
        await SubmitAsync(walk, "退回");
        await Expect(walk.Page.Locator(".notice", new() { HasText = "退回原因" })).ToContainTextAsync("请补成员名单");
        await SubmitAsync(walk, "呈报");
        await SubmitAsync(walk, "批复同意");
        await SubmitAsync(walk, "登记成立");
        await Expect(walk.Page.Locator("h1 .tag")).ToHaveTextAsync("任期中");
        await walk.GoAsync($"committees/{form.CommitteeId}/life");
        await Expect(walk.Page.Locator(".timeline li")).ToHaveCountAsync(6);
    }

    private static Task SubmitAsync(BrowserSession walk, string text) =>
        walk.Page.Locator("form button[type=submit]", new() { HasText = text }).First.ClickAsync();
}
