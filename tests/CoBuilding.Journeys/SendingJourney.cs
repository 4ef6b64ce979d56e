using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.RegularExpressions;
using CoBuilding.Access;
using CoBuilding.Jobs.Outbox;
using CoBuilding.Journeys.House;
using CoBuilding.Meetings.Calling;
using CoBuilding.Texts;
using CoBuilding.Web.Tests.House;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CoBuilding.Journeys;

public sealed partial class SendingJourney(PortalHost host, Chromium chromium)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task From_a_gateway_in_the_settings_to_an_answer_by_the_link_that_was_sent()
    {
        var district = await host.CreateAsync();
        var story = await CommitteeDistrict.BeginAsync(host, district);
        ConcurrentQueue<string> texts = [];
        await using var gateway = await GatewayAsync(texts);
        await using var admin = await chromium.DesktopAsync(host, district);
        await admin.SignInAsync("admin");
        await SetUpAsync(admin, gateway.Urls.Single(), texts);
        await host.Use<SetMessageSetting>()
            .RunAsync(
                await district.ScopeAsync("admin"),
                new()
                {
                    PortalAddress = new Uri(new Uri(admin.Page.Url), $"/{district.Slug}/").ToString(),
                    HoursFrom = new(0, 0),
                    HoursUntil = new(23, 59, 59),
                },
                Ct
            );

        await using var office = await chromium.DesktopAsync(host, district);
        await office.SignInAsync("clerk");
        await office.GoAsync($"meetings/{await DraftAsync(district, story)}/edit?step=4");
        await office.Page.GetByLabel("手机短信").CheckAsync();
        await Expect(office.Page.Locator("main")).ToContainTextAsync("将发给3人（共6人）");
        await office.Page.GetByRole(AriaRole.Button, new() { Name = "发出通知" }).ClickAsync();
        await Expect(office.Page.Locator(".board tr", new() { HasText = story.Units[1] }))
            .ToContainTextAsync("已发送", new() { Timeout = 30_000 });

        await using var phone = await chromium.PhoneAsync(host, district);
        var page = await phone.Context.NewPageAsync();
        await page.GotoAsync(Link().Match(texts.Last()).Value);
        await page.GetByRole(AriaRole.Button, new() { Name = "参加", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("您已确认参加");
        await Expect(office.Page.Locator(".board .tag", new() { HasText = "参加" })).ToHaveCountAsync(1);

        await office.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("查看将提醒谁") }).ClickAsync();
        await Expect(office.Page.Locator("main")).ToContainTextAsync("将发给2人（共4人）");
        await office.Page.GetByRole(AriaRole.Link, new() { Name = "发送记录" }).ClickAsync();
        await Expect(office.Page.Locator("main table .tag", new() { HasText = "已发送" })).ToHaveCountAsync(3);
    }

    private static async Task SetUpAsync(BrowserSession admin, string gateway, ConcurrentQueue<string> texts)
    {
        await admin.GoAsync("settings/messages");
        var section = admin.Page.Locator("section", new() { Has = admin.Page.Locator("h2", new() { HasText = "手机短信" }) });
        await section.Locator("summary").ClickAsync();
        await section.GetByLabel("网址", new() { Exact = true }).FillAsync(gateway);
        await section.GetByLabel("正文模板").FillAsync("""{"to":"{mobile}","text":"{text}"}""");
        await section.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        await section.GetByLabel("接收测试的手机号").FillAsync("13800000000");
        await section.GetByRole(AriaRole.Button, new() { Name = "试发一条" }).ClickAsync();
        await Expect(section).ToContainTextAsync("对方已收下");
        Assert.Contains("测试消息", texts.Single(), StringComparison.Ordinal);
    }

    private async Task<Guid> DraftAsync(WebDistrict district, CommitteeDistrict story)
    {
        var clerk = await district.ScopeAsync("clerk");
        var today = TimeProvider.System.GetUtcNow().ChinaDate();
        var roster = await host.Use<Committees.Rosters.SeeRoster>().AskAsync(clerk, story.CommitteeId, null, null, Ct);
        var draft = new DraftMeeting.Form
        {
            CommitteeId = story.CommitteeId,
            Title = "第四季度联席会议",
            Day = today.AddDays(7),
            Venue = "会议室",
            ReplyByDay = today.AddDays(6),
            ContactName = "王芳",
            ContactPhone = "0411-1",
            SeatIds = [.. roster.Rows.Select(r => r.SeatId)],
        };
        await host.Use<DraftMeeting>().RunAsync(clerk, draft, Ct);
        return draft.MeetingId;
    }

    private static async Task<WebApplication> GatewayAsync(ConcurrentQueue<string> texts)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var gateway = builder.Build();
        gateway.Run(async context =>
        {
            using var body = await JsonDocument.ParseAsync(context.Request.Body);
            texts.Enqueue(body.RootElement.GetProperty("text").GetString()!);
        });
        await gateway.StartAsync(Ct);
        return gateway;
    }

    [GeneratedRegex(@"http://\S+/a/[A-Za-z0-9_-]{43}")]
    private static partial Regex Link();
}
