using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using CoBuilding.Access;
using CoBuilding.Meetings.Agendas;
using CoBuilding.Tests.House;
using CoBuilding.Web.Tests.House;
using CoBuilding.Web.Tests.Pages.Committees.Rosters;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace CoBuilding.Web.Tests.Pages.Meetings.Agendas;

/// <summary>Files sent by a topic link may contain any bytes; the portal stays responsive.</summary>
public class TopicFilesTests(PortalHost host)
{
    private const string Typed = "共享停车场的办法";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_small_file_that_is_made_to_kill_its_reader_is_refused_in_words_and_nobody_else_notices()
    {
        var link = await LinkAsync();
        var browser = host.Browse();
        var refused = await SendAsync(browser, link, "方案.pdf", HostileFiles.ContentOfItself());

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var page = WebUtility.HtmlDecode(await refused.TextAsync());
        Assert.Contains("无法检查完", page, StringComparison.Ordinal);
        Assert.Contains(Typed, page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/health/ready")).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await SendAsync(browser, link, "方案.txt", "第一条 总则"u8.ToArray())).StatusCode);
        Assert.Contains("方案.txt", await browser.ReadAsync(link), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_file_under_the_same_operation_is_not_taken_for_the_first_and_may_be_sent_again()
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-CN");
        var (link, browser) = (await LinkAsync(), host.Browse());
        var (operation, topic) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        byte[] first = [.. "第一条 总则"u8],
            second = [.. "第二条 职责"u8];
        Assert.Equal(HttpStatusCode.SeeOther, (await SendAsync(browser, link, "方案.txt", first, operation, topic)).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await SendAsync(browser, link, "方案.txt", first, operation, topic)).StatusCode);

        var other = await SendAsync(browser, link, "细则.txt", second, operation, topic);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, other.StatusCode);
        var page = WebUtility.HtmlDecode(await other.TextAsync());
        Assert.Contains(Texts.Wording.T("Links.SentOtherwise"), page, StringComparison.Ordinal);
        Assert.Contains(Texts.Wording.T("Plans.PhoneFilesAgain"), page, StringComparison.Ordinal);
        Assert.DoesNotContain("细则.txt", page, StringComparison.Ordinal);

        Assert.Equal(
            HttpStatusCode.SeeOther,
            (await SendAsync(browser, link, "细则.txt", second, Guid.CreateVersion7(), topic)).StatusCode
        );
        Assert.Contains("细则.txt", await browser.ReadAsync(link), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Others_are_answered_before_a_file_that_takes_minutes_is_given_up()
    {
        await using var portal = host.Factory.WithWebHostBuilder(web => web.UseSetting("Reader:ProcessorSeconds", "2"));
        var (link, other) = (await LinkAsync(), await LinkAsync());
        var browser = host.Browse(portal);
        var slow = SendAsync(browser, link, "方案.pdf", HostileFiles.DrawsForMinutes());

        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/health/live")).StatusCode);
        Assert.Equal(
            HttpStatusCode.SeeOther,
            (await SendAsync(host.Browse(portal), other, "方案.txt", "第一条 总则"u8.ToArray())).StatusCode
        );
        Assert.False(slow.IsCompleted);

        var refused = await slow;
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("已停止读取", WebUtility.HtmlDecode(await refused.TextAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_setting_with_which_nothing_can_be_read_is_refused_at_the_start()
    {
        await using var portal = host.Factory.WithWebHostBuilder(web => web.UseSetting("Reader:Children", "0"));
        Assert.ThrowsAny<Exception>(() => portal.Services);
    }

    private static async Task<HttpResponseMessage> SendAsync(
        Browser browser,
        string link,
        string name,
        byte[] file,
        Guid? operation = null,
        Guid? topic = null
    )
    {
        using var bytes = new ByteArrayContent(file);
        bytes.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        using var form = new MultipartFormDataContent
        {
            { new StringContent((operation ?? Guid.CreateVersion7()).ToString()), "operation" },
            { new StringContent((topic ?? Guid.CreateVersion7()).ToString()), "topic" },
            { new StringContent(Typed, Encoding.UTF8), "title" },
            { bytes, "file", name },
        };
        return await browser.Http.PostAsync(new Uri(link, UriKind.Relative), form, Ct);
    }

    /// <summary>The address by which one unit of a district of its own proposes topics.</summary>
    private async Task<string> LinkAsync()
    {
        var district = await host.CreateAsync();
        var admin = await district.ScopeAsync("admin");
        var committee = await host.CommitteeAsync(admin, district.Street);
        await host.MemberAsync(admin, committee, district.Street, "第一中学");
        var plan = new PlanMeeting.Form
        {
            CommitteeId = committee,
            Title = "第四季度联席会议",
            FirstDay = RosterFixture.Today.AddDays(10),
            LastDay = RosterFixture.Today.AddDays(14),
        };
        await host.Use<PlanMeeting>().RunAsync(admin, plan, Ct);
        await host.Use<CollectTopics>()
            .RunAsync(
                admin,
                new()
                {
                    PlanId = plan.PlanId,
                    ExpectedVersion = 1,
                    UntilDay = RosterFixture.Today.AddDays(5),
                },
                Ct
            );
        var made = await host.Use<MakeTopicLinks>().RunAsync(admin, new() { PlanId = plan.PlanId }, Ct);
        return $"/{district.Slug}/t/{made[0].Token}";
    }
}
