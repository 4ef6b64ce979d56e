using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Meetings;
using CoBuilding.Meetings.Calling;
using CoBuilding.Meetings.Facts;
using CoBuilding.Texts;
using CoBuilding.Web.Tests.House;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace CoBuilding.Web.Tests.Pages.Meetings.Replies;

/// <summary>The page behind the link of an invitation.</summary>
public sealed partial class InvitationDocumentTests(PortalHost host)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_is_one_small_document_that_reading_does_not_change()
    {
        var invited = await InvitationFixture.CreateAsync(host);
        var link = invited.Link;
        var browser = host.Browse();
        var page = await browser.GetAsync(link);
        var size = (await page.Content.ReadAsByteArrayAsync(Ct)).Length;
        Assert.InRange(size, 1_000, 15_000);
        Assert.DoesNotContain("<script", await browser.ReadAsync(link), StringComparison.Ordinal);
        Assert.Equal("no-referrer", page.Headers.GetValues("Referrer-Policy").Single());
        Assert.StartsWith("default-src 'none'", page.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        // Requests that messengers and mail filters send before a person opens the link.
        Assert.Equal(HttpStatusCode.OK, await RobotAsync(HttpMethod.Head));
        Assert.InRange((int)await RobotAsync(HttpMethod.Options), 300, 499);
        Assert.Equal(HttpStatusCode.OK, await RobotAsync(HttpMethod.Get, "prefetch"));
        Assert.All((await invited.BoardAsync()).Rows, r => Assert.Null(r.Reply));

        async Task<HttpStatusCode> RobotAsync(HttpMethod method, string? purpose = null)
        {
            using var request = new HttpRequestMessage(method, new Uri(link, UriKind.Relative));
            if (purpose is not null)
                request.Headers.Add("Sec-Purpose", purpose);
            using var answer = await browser.Http.SendAsync(request, Ct);
            return answer.StatusCode;
        }
    }

    [Fact]
    public async Task However_often_one_form_is_sent_it_is_one_answer()
    {
        var (_, district, _, link) = await InvitationFixture.CreateAsync(host);
        var browser = host.Browse();
        var operation = Operation().Match(await browser.ReadAsync(link)).Groups[1].Value;
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(_ => PostAsync(browser, link, ("operation", operation), ("reply", "Attend")))
        );
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.SeeOther, a.StatusCode));
        var journal = await host.Use<SeeJournal>()
            .AskAsync(await district.ScopeAsync("auditor"), new() { Search = nameof(Right.AnswerInvitation) }, Ct);
        Assert.Equal(1, journal.Total);
    }

    [Fact]
    public async Task An_answer_that_was_sent_before_with_other_content_is_shown_again_as_typed_and_may_be_sent_again()
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-CN");
        var invited = await InvitationFixture.CreateAsync(host);
        var link = invited.Link;
        var browser = host.Browse();
        var operation = Operation().Match(await browser.ReadAsync(link)).Groups[1].Value;
        Assert.Equal(HttpStatusCode.SeeOther, (await SendAsync(operation, "李一")).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await SendAsync(operation, "李一")).StatusCode); // pressed twice
        var other = await SendAsync(operation, "李二"); // back in the browser, and another name
        Assert.Equal(HttpStatusCode.UnprocessableEntity, other.StatusCode);
        var page = WebUtility.HtmlDecode(await other.Content.ReadAsStringAsync(Ct));
        Assert.Contains(Texts.Wording.T("Links.SentOtherwise"), page, StringComparison.Ordinal);
        Assert.Contains("李二", page, StringComparison.Ordinal);
        Assert.Equal("李一", (await invited.RowAsync()).SubstituteName);

        var next = Operation().Match(page).Groups[1].Value;
        Assert.NotEqual(operation, next);
        Assert.Equal(HttpStatusCode.SeeOther, (await SendAsync(next, "李二")).StatusCode);
        Assert.Equal("李二", (await invited.RowAsync()).SubstituteName);

        Task<HttpResponseMessage> SendAsync(string by, string name) =>
            PostAsync(browser, link, ("operation", by), ("reply", "Substitute"), ("substituteName", name), ("substitutePost", "副主任"));
    }

    [Fact]
    public async Task A_missing_name_is_said_at_the_field_and_nothing_typed_is_lost()
    {
        var (_, _, _, link) = await InvitationFixture.CreateAsync(host);
        var answer = await PostAsync(host.Browse(), link, ("reply", "Substitute"), ("substituteName", ""), ("substitutePost", "副主任"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await answer.Content.ReadAsStringAsync(Ct);
        Assert.Contains("class=\"wrong\"", page, StringComparison.Ordinal);
        Assert.Contains("副主任", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_substitute_who_is_invited_already_is_said_at_the_field_and_a_namesake_may_be_sent()
    {
        var invited = await InvitationFixture.CreateAsync(host);
        var link = invited.Link;
        var browser = host.Browse();
        var refused = await PostAsync(browser, link, ("reply", "Substitute"), ("substituteName", "王东城"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var page = await refused.Content.ReadAsStringAsync(Ct);
        Assert.Contains("“王东城”已受邀参加本次会议", page, StringComparison.Ordinal);
        Assert.Contains("name=\"isNamesake\"", page, StringComparison.Ordinal);
        Assert.Equal(
            HttpStatusCode.SeeOther,
            (await PostAsync(browser, link, ("reply", "Substitute"), ("substituteName", "王东城"), ("isNamesake", "true"))).StatusCode
        );
        Assert.Equal("王东城", (await invited.RowAsync()).SubstituteName);
    }

    [Fact]
    public async Task A_wrong_a_cancelled_and_a_foreign_link_reveal_nothing()
    {
        var (_, district, meeting, link) = await InvitationFixture.CreateAsync(host);
        var elsewhere = await host.CreateAsync("他区");
        var browser = host.Browse();
        var wrong = await browser.GetAsync($"/{district.Slug}/a/{Secrets.Make()}");
        var foreign = await browser.GetAsync(link.Replace(district.Slug, elsewhere.Slug, StringComparison.Ordinal));
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (wrong.StatusCode, foreign.StatusCode));
        Assert.Equal(await wrong.Content.ReadAsStringAsync(Ct), await foreign.Content.ReadAsStringAsync(Ct));

        var clerk = await district.ScopeAsync("clerk");
        var version = (await host.Use<SeeMeeting>().AskAsync(clerk, meeting, Ct)).Meeting.RowVersion;
        await host.Use<CancelMeeting>()
            .RunAsync(
                clerk,
                new()
                {
                    MeetingId = meeting,
                    ExpectedVersion = version,
                    Reason = "台风",
                },
                Ct
            );
        Assert.Contains("台风", await browser.ReadAsync(link), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await PostAsync(browser, link, ("reply", "Attend"))).StatusCode);
        Assert.DoesNotContain(host.Log.Lines, l => l.Contains(link.Split('/')[^1], StringComparison.Ordinal));
    }

    [Fact]
    public async Task From_the_start_on_it_says_whom_to_call_and_after_the_end_nothing()
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-CN");
        var invited = await InvitationFixture.CreateAsync(host);
        var link = invited.Link;
        Assert.Equal(HttpStatusCode.SeeOther, (await PostAsync(host.Browse(), link, ("reply", "Attend"))).StatusCode);
        var start = ChinaTime.At(TimeProvider.System.GetUtcNow().ChinaDate().AddDays(7), new TimeOnly(9, 0)); // to eleven

        await using var begun = At(start);
        var answer = await PostAsync(host.Browse(begun), link, ("reply", "Leave"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await answer.Content.ReadAsStringAsync(Ct);
        Assert.Contains(Texts.Wording.T("Meetings.HasBegun"), page, StringComparison.Ordinal);
        Assert.Contains("王芳", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<button", page, StringComparison.Ordinal);
        Assert.Equal(Reply.Attend, (await invited.RowAsync()).Reply);

        await using var over = At(start.AddHours(2));
        Assert.Equal(HttpStatusCode.NotFound, (await host.Browse(over).GetAsync(link)).StatusCode);

        WebApplicationFactory<Program> At(DateTimeOffset now) =>
            host.Factory.WithWebHostBuilder(web =>
                web.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(new StoppedClock(now)))
            );
    }

    private sealed class StoppedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }

    private static async Task<HttpResponseMessage> PostAsync(Browser browser, string link, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        return await browser.Http.PostAsync(new Uri(link, UriKind.Relative), form, Ct);
    }

    [GeneratedRegex("name=\"operation\" value=\"([^\"]+)\"")]
    private static partial Regex Operation();
}
