using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CoBuilding.Journeys.House;
using CoBuilding.Meetings;
using CoBuilding.Meetings.Attendance;
using CoBuilding.Texts;
using CoBuilding.Web.Tests.House;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CoBuilding.Journeys;

/// <summary>A joint meeting from the first topic to the last resolution, for its clerk and units.</summary>
public sealed partial class MeetingJourney(PortalHost host, Chromium chromium)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task From_topics_of_two_units_to_what_was_agreed_and_done()
    {
        var district = await host.CreateAsync();
        var story = await CommitteeDistrict.BeginAsync(host, district);
        await host.Use<SetQuorum>()
            .RunAsync(await district.ScopeAsync("admin"), new() { QuorumRule = QuorumRule.MoreThanHalf, CountsSubstitutes = true }, Ct);
        await using var office = await chromium.DesktopAsync(host, district);
        await using var phone = await chromium.PhoneAsync(host, district);
        await office.SignInAsync("clerk");
        var unit = await phone.Context.NewPageAsync();

        await CollectAsync(office, unit, story);
        await ReviewAsync(office, story);
        var meeting = await CallAsync(office);
        await ReplyAsync(office, unit, story, meeting);
        await OpenAsync(office, story, meeting);
        await WriteAsync(office, unit, story, meeting);
        await AgreeAsync(office, unit, story, meeting);
    }

    /// <summary>Two units propose by their phones, one with a drawing.</summary>
    private static async Task CollectAsync(BrowserSession office, IPage unit, CommitteeDistrict story)
    {
        await office.GoAsync($"meetings/plans/new?committee={story.CommitteeId}");
        await office.PickAsync("主办机构", "东街道", "东街道大工委");
        await office.FillAsync("名称", "第四季度党建联席会议");
        await SubmitAsync(office, "保存");
        await office.Page.WaitForURLAsync(new Regex("plans/[0-9a-f]"));
        await office.InteractiveAsync();
        await SubmitAsync(office, "征集议题");
        var links = new[]
        {
            await office.LinkAsync("生成征集文本", story.Units[0], "/t/"),
            await office.LinkAsync(null, story.Units[1], "/t/"),
        };

        await unit.GotoAsync(links[0]);
        await unit.FillAsync("[name=title]", "工作日晚间开放内部停车场");
        await unit.Locator("[name=files]")
            .First.SetInputFilesAsync(
                new FilePayload
                {
                    Name = "停车场平面图.txt",
                    MimeType = "text/plain",
                    Buffer = Encoding.UTF8.GetBytes("二十个车位"),
                }
            );
        await unit.GetByRole(AriaRole.Button, new() { Name = "提出议题" }).ClickAsync();
        await Expect(unit.Locator("main")).ToContainTextAsync("停车场平面图.txt");
        await unit.GotoAsync(links[1]);
        await unit.FillAsync("[name=title]", "联合义诊");
        await unit.GetByRole(AriaRole.Button, new() { Name = "提出议题" }).ClickAsync();
        await Expect(unit.Locator("main")).ToContainTextAsync("联合义诊");
    }

    private static async Task ReviewAsync(BrowserSession office, CommitteeDistrict story)
    {
        await office.Page.ReloadAsync();
        await office.InteractiveAsync();
        await Expect(office.Page.Locator("article.topic")).ToHaveCountAsync(2);
        await AnswerAsync(story.Units[0], null, "列入议程");
        await AnswerAsync(story.Units[1], "已列入街道卫生月", "暂不列入");

        async Task AnswerAsync(string unit, string? reason, string verdict)
        {
            var topic = office.Page.Locator("article.topic", new() { HasText = unit });
            await topic.Locator("details.setting > summary").ClickAsync();
            if (reason is not null)
            {
                await topic.GetByLabel("处理意见").First.ClickAsync();
                await office.Page.Locator(".mud-popover-open .mud-list-item", new() { HasText = verdict }).First.ClickAsync();
                await topic.GetByLabel("答复", new() { Exact = true }).First.FillAsync(reason);
            }
            await topic.Locator("details.setting button[type=submit]").ClickAsync();
            await Expect(topic.Locator("h3 .tag")).ToHaveTextAsync(verdict);
        }
    }

    /// <summary>Calls it for twenty minutes from now; what was accepted is on the agenda already. Returns the meeting's path.</summary>
    private static async Task<string> CallAsync(BrowserSession office)
    {
        await office.Page.GetByRole(AriaRole.Link, new() { Name = "召集会议" }).First.ClickAsync();
        await office.Page.WaitForURLAsync(new Regex("meetings/new"));
        await office.InteractiveAsync();
        var start = TimeProvider.System.GetUtcNow().AddMinutes(20).ToChina();
        var (day, time) = (
            start.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            start.ToString("HH:mm", CultureInfo.InvariantCulture)
        );
        foreach (
            var (label, value) in new[]
            {
                ("日期", day),
                ("开始", time),
                ("结束", "23:59"),
                ("回复截止日期", day),
                ("截止时间", time),
                ("地点", "街道三楼会议室"),
                ("联系人", "王芳"),
                ("联系电话", "0411-87654321"),
            }
        )
            await office.FillAsync(label, value);
        await NextAsync("step=2");
        await NextAsync("step=3");
        await Expect(office.Page.GetByLabel("第 1 项议题", new() { Exact = true })).ToHaveValueAsync("工作日晚间开放内部停车场");
        await NextAsync("step=4");
        await office.Page.GetByRole(AriaRole.Button, new() { Name = "发出通知" }).ClickAsync();
        await office.Page.WaitForURLAsync(new Regex("sent=1"));
        await office.InteractiveAsync();
        return MeetingPath().Match(office.Page.Url).Value;

        async Task NextAsync(string step)
        {
            await office.Page.GetByRole(AriaRole.Button, new() { Name = "保存，下一步" }).ClickAsync();
            await office.Page.WaitForURLAsync(new Regex(step));
        }
    }

    /// <summary>One attends, one sends a substitute, one asks for leave by phone.</summary>
    private static async Task ReplyAsync(BrowserSession office, IPage unit, CommitteeDistrict story, string meeting)
    {
        var links = new[]
        {
            await office.LinkAsync("生成通知文本", story.Units[0], "/a/"),
            await office.LinkAsync(null, story.Units[1], "/a/"),
        };
        await unit.GotoAsync(links[0]);
        await unit.GetByRole(AriaRole.Button, new() { Name = "参加", Exact = true }).ClickAsync();
        await Expect(unit.GetByRole(AriaRole.Status).First).ToContainTextAsync("参加");
        await unit.GotoAsync(links[1]);
        await Expect(unit.Locator("main")).ToContainTextAsync("停车场平面图.txt"); // the other unit's drawing, with the notice
        await unit.Locator("summary", new() { HasText = "派人代会" }).ClickAsync();
        await unit.FillAsync("[name=substituteName]", "赵代会");
        await unit.GetByRole(AriaRole.Button, new() { Name = "确认派人代会" }).ClickAsync();
        await Expect(unit.GetByRole(AriaRole.Status).First).ToContainTextAsync("赵代会");

        await office.GoAsync(meeting);
        await office
            .Page.Locator(".board tr", new() { HasText = story.Units[2] })
            .GetByRole(AriaRole.Button, new() { Name = "电话登记" })
            .ClickAsync();
        await office.Page.GetByRole(AriaRole.Radio, new() { Name = "请假" }).CheckAsync();
        await office.FillAsync("告知人", "李滨海");
        await SubmitAsync(office, "电话登记");
        await Expect(office.Page.Locator(".board tr", new() { HasText = story.Units[2] }).Locator(".tag").First).ToHaveTextAsync("请假");
    }

    /// <summary>Arrivals are marked, the quorum updates, and the opening records the figures.</summary>
    private static async Task OpenAsync(BrowserSession office, CommitteeDistrict story, string meeting)
    {
        await office.GoAsync($"{meeting}/room");
        await TapAsync(story.Units[0], "到会");
        await Expect(office.Page.Locator("main")).ToContainTextAsync("还差 1 人");
        await TapAsync(story.Units[1], "代会");
        await Expect(office.Page.Locator("main")).ToContainTextAsync("需 2 人，现 2 人，已达到");
        await office.Page.GetByRole(AriaRole.Button, new() { Name = "宣布开会" }).ClickAsync();
        await office.Page.Locator(".mud-dialog").GetByRole(AriaRole.Button, new() { Name = "宣布开会" }).ClickAsync();
        await Expect(office.Page.Locator("main")).ToContainTextAsync("应到 3，实到 1，代会 1");

        async Task TapAsync(string unit, string presence)
        {
            var mark = office
                .Page.Locator(".marks li", new() { HasText = unit })
                .GetByRole(AriaRole.Button, new() { Name = presence, Exact = true });
            await mark.ClickAsync();
            await Expect(mark).ToHaveAttributeAsync("aria-pressed", "true");
        }
    }

    /// <summary>The minutes are written, countersigned by all three units, and issued.</summary>
    private static async Task WriteAsync(BrowserSession office, IPage unit, CommitteeDistrict story, string meeting)
    {
        await office.GoAsync($"{meeting}/minutes");
        await office.Page.GetByRole(AriaRole.Button, new() { Name = "开始起草" }).ClickAsync();
        await office.Page.Locator(".minutes-item textarea").First.FillAsync("东城中学同意工作日晚间开放内部停车场。");
        await Expect(office.Page.Locator(".minutes-item [role=status]").First).ToHaveTextAsync("已保存");
        await Expect(office.Page.Locator("main")).ToContainTextAsync("赵代会（代王东城）");
        await office.Page.Locator("details", new() { HasText = "送各单位会签" }).Locator("summary").ClickAsync();
        await SubmitAsync(office, "送各单位会签");
        for (var n = 0; n < 3; n++)
        {
            await unit.GotoAsync(await office.LinkAsync(n == 0 ? "生成会签文本" : null, story.Units[n], "/c/"));
            await unit.GetByRole(AriaRole.Button, new() { Name = "无异议" }).ClickAsync();
            await Expect(unit.GetByRole(AriaRole.Status)).ToContainTextAsync("您已答复：无异议");
        }
        await office.GoAsync($"{meeting}/minutes");
        await office.FillAsync("编号", "第4期");
        await SubmitAsync(office, "印发");
        await Expect(office.Page.Locator("main")).ToContainTextAsync("第4期");
    }

    /// <summary>What was agreed is asked of a unit, comes first on the next agenda, is reported done and closed.</summary>
    private static async Task AgreeAsync(BrowserSession office, IPage unit, CommitteeDistrict story, string meeting)
    {
        await office.Page.GetByRole(AriaRole.Link, new() { Name = "立为议定事项" }).First.ClickAsync();
        await office.Page.WaitForURLAsync(new Regex("resolutions/new"));
        await office.InteractiveAsync();
        await office.FillAsync("事项内容", "工作日晚间开放二十个车位");
        await office.PickAsync("牵头单位", story.Units[0][..2], story.Units[0]);
        await SubmitAsync(office, "商请办理");
        await Expect(office.Page.Locator(".tag").First).ToHaveTextAsync("已商请");
        await unit.GotoAsync(await office.LinkAsync("生成商请文本", story.Units[0], "/r/"));
        await unit.GetByRole(AriaRole.Button, new() { Name = "知道了，着手办" }).ClickAsync();

        await office.GoAsync($"meetings/new?committee={story.CommitteeId}");
        await office.FillAsync("名称", "下一次联席会议");
        await office.Page.GetByRole(AriaRole.Button, new() { Name = "保存，下一步" }).ClickAsync();
        await office.Page.WaitForURLAsync(new Regex("step=2"));
        await office.Page.GetByRole(AriaRole.Button, new() { Name = "保存，下一步" }).ClickAsync();
        await office.Page.WaitForURLAsync(new Regex("step=3"));
        await Expect(office.Page.GetByLabel("第 1 项议题", new() { Exact = true })).ToHaveValueAsync(new Regex("通报议定事项进展"));

        await unit.GetByRole(AriaRole.Button, new() { Name = "已办好" }).ClickAsync();
        await Expect(unit.GetByRole(AriaRole.Status)).ToContainTextAsync("您已反馈办好");
        await office.GoAsync("");
        await office.Page.GetByRole(AriaRole.Link, new() { Name = "看反馈：工作日晚间开放二十个车位" }).ClickAsync();
        await office.Page.WaitForURLAsync(new Regex("resolutions/[0-9a-f]"));
        await office.InteractiveAsync();
        await office.Page.GetByText("已办好", new() { Exact = true }).ClickAsync();
        await SubmitAsync(office, "办结销号");
        await Expect(office.Page.Locator(".tag").First).ToHaveTextAsync("已办结销号");
        await office.GoAsync($"{meeting}/minutes");
        await Expect(office.Page.Locator("main")).ToContainTextAsync("已办结销号");
    }

    private static Task SubmitAsync(BrowserSession office, string text) =>
        office.Page.Locator("form button[type=submit]", new() { HasText = text }).First.ClickAsync();

    [GeneratedRegex(@"meetings/[0-9a-f-]{36}")]
    private static partial Regex MeetingPath();
}
