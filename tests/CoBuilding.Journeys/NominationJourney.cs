using System.Text.RegularExpressions;
using CoBuilding.Journeys.House;
using CoBuilding.Nominations;
using CoBuilding.Web.Tests.House;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CoBuilding.Journeys;

public sealed class NominationJourney(PortalHost host, Chromium chromium)
{
    [Fact]
    public async Task From_a_proposal_by_the_units_word_to_a_seat_on_the_roster()
    {
        var district = await host.CreateAsync();
        var story = await CommitteeDistrict.BeginAsync(host, district);
        await district.SecretaryAsync("unit");
        await host.Use<SetNominationChain>()
            .RunAsync(
                await district.ScopeAsync("admin"),
                new()
                {
                    AsksConsent = true,
                    AsksScreening = true,
                    PublicityWorkdays = 5,
                },
                TestContext.Current.CancellationToken
            );
        await using var office = await chromium.DesktopAsync(host, district);
        await office.SignInAsync("clerk");
        await ProposeAsync(office, story);

        await using var phone = await chromium.PhoneAsync(host, district, script: true);
        await phone.SignInAsync("unit");
        await phone.Page.GetByText("同意推荐", new() { Exact = true }).ClickAsync();
        await phone.Page.GetByText("已征得本人同意").ClickAsync();
        await phone.Page.GetByRole(AriaRole.Button, new() { Name = "提交答复" }).ClickAsync();
        await Expect(phone.Page.Locator(".notice.good")).ToContainTextAsync("已收到答复");

        await office.GoAsync("nominations");
        await BatchAsync(office, 1);
        await BatchAsync(office, 2, letter: "东聘〔2026〕1号");
        await Expect(office.Page.Locator(".batch .notice")).ToContainTextAsync("东聘〔2026〕1号");
        await office.GoAsync($"committees/{story.CommitteeId}");
        await Expect(office.Page.Locator("tr", new() { HasText = "测试单位" })).ToContainTextAsync("李书记");
    }

    private static async Task ProposeAsync(BrowserSession office, CommitteeDistrict story)
    {
        await office.GoAsync($"committees/{story.CommitteeId}");
        await office.Page.Locator(".head").GetByRole(AriaRole.Link, new() { Name = "推荐人选" }).ClickAsync();
        await office.Page.WaitForURLAsync(new Regex("/nominate"));
        await office.InteractiveAsync();
        await office.PickAsync("单位", "测试", "测试单位");
        await office.PickAsync("推荐人选", "李", "李书记");
        await Expect(office.Page.GetByLabel("党内职务", new() { Exact = true })).ToHaveValueAsync("书记");
        await office.Page.Locator("form button[type=submit]", new() { HasText = "推荐人选" }).ClickAsync();
        await Expect(office.Page.Locator(".progress .now")).ToContainTextAsync("单位同意");
    }

    /// <summary>The step of the chosen nominations is preselected.</summary>
    private static async Task BatchAsync(BrowserSession office, int done, string? letter = null)
    {
        await office.Page.GetByLabel("选择李书记").CheckAsync();
        if (letter is not null)
            await office.FillAsync("首份聘书编号", letter);
        await office.Page.GetByRole(AriaRole.Button, new() { Name = "办理所选 1 项" }).ClickAsync();
        await Expect(office.Page.Locator(".batch .notice.good")).ToContainTextAsync(done == 1 ? "研究" : "聘任");
    }
}
