using System.Text.RegularExpressions;
using CoBuilding.Access;
using CoBuilding.Journeys.House;
using CoBuilding.Meetings.Attendance;
using CoBuilding.Minutes;
using CoBuilding.Web.Tests.House;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CoBuilding.Journeys;

public sealed class MinutesJourney(PortalHost host, Chromium chromium)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task From_what_was_said_by_the_units_word_to_what_was_agreed_and_done()
    {
        var district = await host.CreateAsync();
        var story = await CommitteeDistrict.BeginAsync(host, district);
        var meeting = await story.HeldAsync(host);
        await using var office = await chromium.DesktopAsync(host, district);
        await office.SignInAsync("clerk");
        await office.GoAsync($"meetings/{meeting}/minutes");
        await office.Page.GetByRole(AriaRole.Button, new() { Name = "开始起草" }).ClickAsync();

        // Nothing is pressed: it saves itself.
        await office.Page.Locator(".minutes-item textarea").First.FillAsync("各单位同意错时开放内部车位。");
        await Expect(office.Page.Locator(".minutes-item [role=status]").First).ToHaveTextAsync("已保存");
        await office.Page.Locator("details", new() { HasText = "送各单位会签" }).Locator("summary").ClickAsync();
        await office.Page.Locator("form button[type=submit]", new() { HasText = "送各单位会签" }).ClickAsync();
        await Expect(office.Page.Locator("main")).ToContainTextAsync("会签情况");

        // Countersigned on a phone without script.
        await using var phone = await chromium.PhoneAsync(host, district);
        var page = await phone.Context.NewPageAsync();
        await page.GotoAsync(await office.LinkAsync("生成会签文本", story.Units[1], "/c/"));
        await Expect(page.Locator("main")).ToContainTextAsync("各单位同意错时开放内部车位。");
        await page.GetByRole(AriaRole.Button, new() { Name = "无异议" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("您已答复：无异议");
        await office.GoAsync($"meetings/{meeting}/minutes");
        await Expect(office.Page.Locator("tr", new() { HasText = story.Units[1] }).Locator(".tag")).ToHaveTextAsync("无异议");

        await office.Page.GetByRole(AriaRole.Link, new() { Name = "立为议定事项" }).First.ClickAsync();
        await office.Page.WaitForURLAsync(new Regex("resolutions/new"));
        await office.InteractiveAsync();
        await office.FillAsync("事项内容", "工作日晚间开放二十个车位");
        await office.PickAsync("牵头单位", story.Units[0][..2], story.Units[0]);
        await office.Page.GetByRole(AriaRole.Button, new() { Name = "商请办理" }).ClickAsync();
        await Expect(office.Page.Locator(".tag").First).ToHaveTextAsync("已商请");

        // One tap each.
        await page.GotoAsync(await office.LinkAsync("生成商请文本", story.Units[0], "/r/"));
        await page.GetByRole(AriaRole.Button, new() { Name = "知道了，着手办" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("办理中");
        await page.GetByRole(AriaRole.Button, new() { Name = "已办好" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("您已反馈办好");

        await office.GoAsync("");
        await office.Page.GetByRole(AriaRole.Link, new() { Name = "看反馈：工作日晚间开放二十个车位" }).ClickAsync();
        await office.Page.WaitForURLAsync(new Regex("resolutions/[0-9a-f]"));
        await office.InteractiveAsync();
        await office.Page.GetByText("已办好", new() { Exact = true }).ClickAsync();
        await office.Page.Locator("form button[type=submit]", new() { HasText = "办结销号" }).ClickAsync();
        await Expect(office.Page.Locator(".tag").First).ToHaveTextAsync("已办结销号");
    }

    [Fact]
    public async Task What_was_typed_in_the_room_is_offered_on_the_minutes_page_and_overwrites_no_colleague()
    {
        var district = await host.CreateAsync();
        var story = await CommitteeDistrict.BeginAsync(host, district);
        var meeting = await story.HeldAsync(host);
        var colleague = await district.ScopeAsync("admin");
        await host.Use<BeginMinutes>().RunAsync(colleague, new() { MeetingId = meeting }, Ct);
        await host.Use<OpenMeeting>().RunAsync(colleague, new() { MeetingId = meeting }, Ct);
        await using var office = await chromium.DesktopAsync(host, district);
        await office.SignInAsync("clerk");
        await office.GoAsync($"meetings/{meeting}/room");
        await Expect(office.Page.Locator(".room-notes textarea").First).ToBeVisibleAsync();

        var other = (await SeeAsync()).Items[^1];
        await host.Use<SaveMinutesText>()
            .RunAsync(
                colleague,
                new()
                {
                    ItemId = other.Id,
                    ExpectedVersion = other.RowVersion,
                    Said = "同事记的",
                },
                Ct
            );
        await office.Page.Locator(".room-notes textarea").First.FillAsync("断线前记的");
        await office.GoAsync($"meetings/{meeting}/minutes");
        var item = office.Page.Locator(".minutes-item").Last;
        await Expect(item.Locator("textarea").First).ToHaveValueAsync("同事记的");
        await item.Locator("[data-draft-restore]").ClickAsync();
        await Expect(item.Locator(".theirs")).ToContainTextAsync("同事记的");
        await Expect(item.Locator("textarea").First).ToHaveValueAsync("断线前记的");
        Assert.Equal("同事记的", (await SeeAsync()).Text.Items[^1].Said);
        await item.GetByRole(AriaRole.Button, new() { Name = "用我写的" }).ClickAsync();
        await Expect(item.Locator("[role=status]").First).ToHaveTextAsync("已保存");
        Assert.Equal("断线前记的", (await SeeAsync()).Text.Items[^1].Said);

        Task<SeeMinutes.Answer> SeeAsync() => host.Use<SeeMinutes>().AskAsync(colleague, meeting, Ct);
    }
}
