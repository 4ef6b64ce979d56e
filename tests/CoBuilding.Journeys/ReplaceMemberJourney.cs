using System.Text.RegularExpressions;
using CoBuilding.Access;
using CoBuilding.Journeys.House;
using CoBuilding.Web.Tests.House;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CoBuilding.Journeys;

public sealed partial class ReplaceMemberJourney(PortalHost host, Chromium chromium)
{
    [Fact]
    public async Task From_a_replaced_member_to_the_overseers_dashboard()
    {
        var district = await host.CreateAsync();
        var story = await CommitteeDistrict.BeginAsync(host, district);
        await using var office = await chromium.DesktopAsync(host, district);
        await office.SignInAsync("clerk");

        await ReplaceAsync(office, story);
        var board = await CallAsync(office);
        var link = await office.LinkAsync("生成通知文本", story.Units[1], "/a/");

        // The phone replies without script; the open board shows it automatically.
        await using var phone = await chromium.PhoneAsync(host, district);
        var page = await phone.Context.NewPageAsync();
        await page.GotoAsync(link);
        await page.GetByRole(AriaRole.Button, new() { Name = "参加", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("您已确认参加");
        await Expect(office.Page.Locator(".board tr", new() { HasText = story.Units[1] }).Locator(".tag"))
            .ToHaveTextAsync("参加", new() { Timeout = 2_000 });

        await WithdrawByMistakeAsync(office, story.Units[0]);

        await using var overseer = await chromium.DesktopAsync(host, district);
        await overseer.SignInAsync("overseer");
        await overseer.GoAsync("dashboard");
        await Expect(overseer.Page.Locator("main")).ToContainTextAsync(new Regex("参加[^0-9]*1"));

        await using var neighbor = await chromium.DesktopAsync(host, district);
        await neighbor.SignInAsync("neighbor");
        Assert.Equal(404, (await neighbor.GoAsync(board)).Status);

        var elsewhere = await host.CreateAsync("他区");
        await elsewhere.StaffAsync("overseer", Role.Overseer, elsewhere.Root);
        await using var stranger = await chromium.DesktopAsync(host, elsewhere);
        await stranger.SignInAsync("overseer");
        Assert.Equal(404, (await stranger.GoAsync(board)).Status);
        Assert.Equal(404, (await stranger.GoAsync($"committees/{story.CommitteeId}")).Status);

        await DismissAsync(district, "clerk");
        await office.Page.GetByRole(AriaRole.Button, new() { Name = "生成通知文本" }).ClickAsync();
        await Expect(office.Page).ToHaveURLAsync(new Regex("sign-in"));
    }

    private static async Task ReplaceAsync(BrowserSession office, CommitteeDistrict story)
    {
        await office.GoAsync($"committees/{story.CommitteeId}");
        await office
            .Page.Locator("tr", new() { HasText = story.Units[0] })
            .GetByRole(AriaRole.Link, new() { NameRegex = new("更换") })
            .ClickAsync();
        await office.Page.WaitForURLAsync(new Regex("/replace"));
        await office.InteractiveAsync();
        await office.PickAsync("继任人员", CommitteeDistrict.Successor[..1], CommitteeDistrict.Successor);
        await office.Page.GetByLabel("离任原因").First.ClickAsync();
        await office.Page.Locator(".mud-popover-open .mud-list-item", new() { HasText = "工作变动" }).First.ClickAsync();
        await office.Page.Locator("form button[type=submit]", new() { HasText = "更换" }).ClickAsync();
        await Expect(office.Page.Locator("tr", new() { HasText = story.Units[0] })).ToContainTextAsync(CommitteeDistrict.Successor);
    }

    /// <summary>Returns the meeting's path within the district.</summary>
    private static async Task<string> CallAsync(BrowserSession office)
    {
        await office.GoAsync("meetings/new");
        await office.PickAsync("主办机构", "东街道", "东街道大工委");
        await office.FillAsync("名称", "第四季度党建联席会议");
        await office.FillAsync("地点", "街道三楼会议室");
        await office.FillAsync("联系人", "王芳");
        await office.FillAsync("联系电话", "0411-87654321");
        await NextAsync("step=2");
        await NextAsync("step=3");
        await office.FillAsync("第 1 项议题", "研究老旧小区停车难问题");
        await office.Page.GetByRole(AriaRole.Button, new() { Name = "增加一项" }).ClickAsync();
        await office.FillAsync("第 2 项议题", "通报第三季度议定事项");
        await NextAsync("step=4");
        await Expect(office.Page.Locator("main")).ToContainTextAsync("研究老旧小区停车难问题");
        await office.Page.GetByRole(AriaRole.Button, new() { Name = "发出通知" }).ClickAsync();
        await office.Page.WaitForURLAsync(new Regex("sent=1"));
        return MeetingPath().Match(office.Page.Url).Value;

        async Task NextAsync(string step)
        {
            await office.Page.GetByRole(AriaRole.Button, new() { Name = "保存，下一步" }).ClickAsync();
            await office.Page.WaitForURLAsync(new Regex(step));
        }
    }

    /// <summary>One invitation is withdrawn, and restored.</summary>
    private static async Task WithdrawByMistakeAsync(BrowserSession office, string unit)
    {
        var (row, withdrawn) = (
            office.Page.Locator(".board tr", new() { HasText = unit }),
            office.Page.Locator(".withdrawn tr", new() { HasText = unit })
        );
        await row.GetByRole(AriaRole.Button, new() { Name = "撤回邀请" }).ClickAsync();
        var form = office.Page.Locator(".inset");
        await form.GetByLabel("原因").FillAsync("本次议题与贵单位无关");
        await form.GetByRole(AriaRole.Button, new() { Name = "撤回邀请" }).ClickAsync();
        await Expect(withdrawn).ToContainTextAsync("本次议题与贵单位无关");
        await Expect(row).ToHaveCountAsync(0);
        await withdrawn.GetByRole(AriaRole.Button, new() { Name = "恢复邀请" }).ClickAsync();
        await Expect(row).ToHaveCountAsync(1);
        await Expect(withdrawn).ToHaveCountAsync(0);
    }

    private async Task DismissAsync(WebDistrict district, string login)
    {
        var admin = await district.ScopeAsync("admin");
        var accounts = await host.Use<ListAccounts>().AskAsync(admin, new() { Search = login }, TestContext.Current.CancellationToken);
        await host.Use<CloseAccount>()
            .RunAsync(admin, new() { AccountId = accounts.Rows.Single(a => a.Login == login).Id }, TestContext.Current.CancellationToken);
    }

    [GeneratedRegex(@"meetings/[0-9a-f-]{36}")]
    private static partial Regex MeetingPath();
}
