using System.Net;
using CoBuilding.Access;
using CoBuilding.Web.Tests.House;

namespace CoBuilding.Web.Tests.Forms;

/// <summary>
/// Two tabs, a lost cookie, another session, an ended one: a refused form is shown again with a message and everything that
/// was typed.
/// </summary>
public sealed class RefusedFormsTests(PortalHost host)
{
    private const string Expired = "页面已过期，刚才的内容没有提交。请再提交一次。";
    private const string Written = "请写明开放的时段";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_sign_in_comes_back_with_the_name_and_without_the_password_and_works_at_once()
    {
        var district = await host.CreateAsync();
        var browser = host.Browse();
        var page = await SendAsync(
            browser,
            $"/{district.Slug}/sign-in",
            $"login=admin&password={PortalHost.Password}&{SentForm.Token}=nonsense"
        );
        Assert.Contains(Expired, page, StringComparison.Ordinal);
        Assert.Contains("value=\"admin\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain(PortalHost.Password, page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await browser.SignInAsync(district.Slug, "admin", PortalHost.Password)).StatusCode);
    }

    [Fact]
    public async Task Two_tabs_in_which_one_signs_in_the_second_says_so_and_the_page_itself_holds_a_token_that_is_good()
    {
        var district = await host.CreateAsync();
        var browser = host.Browse();
        var old = (await SentForm.OnAsync(browser, $"/{district.Slug}/sign-in", "/sign-in")).Single().With("login", "admin");
        await browser.SignInAsync(district.Slug, "admin", PortalHost.Password);
        using var sent = SentForm.Encoded(old);
        var answer = await browser.Http.PostAsync(new Uri($"/{district.Slug}/sign-in", UriKind.Relative), sent, Ct);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var fresh = SentForm.Read(await answer.TextAsync(), $"/{district.Slug}/sign-in", "/sign-in");
        using var again = SentForm.Encoded(fresh.Single().With("password", PortalHost.Password));
        Assert.Equal(
            HttpStatusCode.Found,
            (await browser.Http.PostAsync(new Uri($"/{district.Slug}/sign-in", UriKind.Relative), again, Ct)).StatusCode
        );
    }

    [Fact]
    public async Task A_password_is_never_shown_again()
    {
        var district = await host.CreateAsync();
        var browser = await district.SignInAsync("admin");
        var page = await SendAsync(
            browser,
            $"/{district.Slug}/password",
            $"current={PortalHost.Password}&password=other-Password-2&repeat=other-Password-2"
        );
        Assert.Contains(Expired, page, StringComparison.Ordinal);
        Assert.DoesNotContain(PortalHost.Password, page, StringComparison.Ordinal);
        Assert.DoesNotContain("other-Password-2", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_has_signed_out_in_another_tab_is_signed_out_and_whoever_has_not_is_asked_again()
    {
        var district = await host.CreateAsync();
        var browser = await district.SignInAsync("admin");
        var other = (await SentForm.OnAsync(browser, $"/{district.Slug}/sign-out", "/sign-out")).Single();
        Assert.Contains(Expired, await SendAsync(browser, $"/{district.Slug}/sign-out", "everywhere=true"), StringComparison.Ordinal);
        Assert.True(await browser.IsSignedInAsync(district.Slug));
        await browser.SendAsync($"/{district.Slug}/sign-out", $"/{district.Slug}/sign-out");
        using var twice = SentForm.Encoded(other.Without("everywhere"));
        var answer = await browser.Http.PostAsync(new Uri($"/{district.Slug}/sign-out", UriKind.Relative), twice, Ct);
        Assert.Equal($"/{district.Slug}/sign-in?left=true", answer.Headers.Location?.OriginalString);
    }

    [Theory]
    [InlineData("/countersigns/{id:guid}", "answer=Comments&comments")]
    [InlineData("/tasks/{id:guid}", "action=CannotBeDone&note")]
    [InlineData("/invitations/{id:guid}", "reply=Leave&leaveReason")]
    [InlineData("/topics/{id:guid}", "necessity")]
    public async Task What_a_unit_wrote_comes_back_without_a_token_and_after_the_session_has_ended(string pattern, string fields)
    {
        var asked = await AskedUnitFixture.CreateAsync(host);
        var path = asked.PathOf(pattern);
        var form = $"{fields}={Uri.EscapeDataString(Written)}";
        var browser = await asked.District.SignInAsync("secretary");
        var page = await SendAsync(browser, path, form);
        Assert.Contains(Expired, page, StringComparison.Ordinal);
        Assert.Contains(Written, page, StringComparison.Ordinal);

        var meant = (await SentForm.OnAsync(browser, path, path)).First().Fields.Single(f => f.Key == SentForm.Token).Value;
        await host.Use<SignOut>().RunAsync(await asked.District.ScopeAsync("secretary"), new() { Everywhere = true }, Ct);
        var ended = await SendAsync(browser, path, $"{form}&{SentForm.Token}={Uri.EscapeDataString(meant)}", HttpStatusCode.Unauthorized);
        var visitor = await SendAsync(host.Browse(), path, form, HttpStatusCode.Unauthorized);
        foreach (var answer in new[] { ended, visitor })
        {
            Assert.Contains("登录已失效", answer, StringComparison.Ordinal);
            Assert.Contains(Written, answer, StringComparison.Ordinal);
            Assert.Contains($"href=\"/{asked.District.Slug}/sign-in?back={Uri.EscapeDataString(path)}\"", answer, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Another_site_cannot_have_its_own_words_shown()
    {
        var asked = await AskedUnitFixture.CreateAsync(host);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(asked.PathOf("/tasks/{id:guid}"), UriKind.Relative));
        request.Content = SentForm.Encoded($"note={Uri.EscapeDataString(Written)}");
        request.Headers.Add("Sec-Fetch-Site", "cross-site");
        Assert.Equal(HttpStatusCode.Found, (await host.Browse().Http.SendAsync(request, Ct)).StatusCode);
    }

    [Fact]
    public async Task A_button_leads_back_to_its_page()
    {
        var asked = await AskedUnitFixture.CreateAsync(host);
        var path = asked.PathOf("/meetings/{id:guid}/notices");
        var meeting = path[..path.LastIndexOf('/')];
        var page = await SendAsync(await asked.District.SignInAsync("admin"), path, "");
        Assert.Contains(Expired, page, StringComparison.Ordinal);
        Assert.Contains($"href=\"{meeting}\"", page, StringComparison.Ordinal);
        using var nothing = SentForm.Encoded("");
        var visitor = await host.Browse().Http.PostAsync(new Uri(path, UriKind.Relative), nothing, Ct);
        Assert.Equal($"/{asked.District.Slug}/sign-in?back={Uri.EscapeDataString(meeting)}", visitor.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task A_form_cookie_that_cannot_be_read_is_no_error_in_the_log_which_names_no_address()
    {
        var asked = await AskedUnitFixture.CreateAsync(host);
        var signedIn = await host.Browse().SignInAsync(asked.District.Slug, "secretary", PortalHost.Password);
        var session = signedIn.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("session=", StringComparison.Ordinal)).Split(';')[
            0
        ];
        var browser = host.Browse();
        browser.Http.DefaultRequestHeaders.Add("Cookie", $"{session}; form=CfDJ8nonsense");
        var before = host.Log.Lines.Count;
        var path = asked.PathOf("/tasks/{id:guid}");
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(path)).StatusCode);
        Assert.Contains(
            Expired,
            await SendAsync(browser, path, $"action=Acknowledged&{SentForm.Token}=CfDJ8nonsense"),
            StringComparison.Ordinal
        );
        var lines = host
            .Log.Lines.Skip(before)
            .Where(l => l.Contains("CoBuilding.Forms", StringComparison.Ordinal) || l.Contains("Antiforgery", StringComparison.Ordinal))
            .ToList();
        Assert.Contains(
            lines,
            l => l.Contains("\"@l\":\"Warning\"", StringComparison.Ordinal) && l.Contains("/tasks/{id:guid}", StringComparison.Ordinal)
        );
        Assert.DoesNotContain(
            lines,
            l => l.Contains("\"@l\":\"Error\"", StringComparison.Ordinal) || l.Contains(path, StringComparison.Ordinal)
        );
    }

    private static async Task<string> SendAsync(
        Browser browser,
        string path,
        string form,
        HttpStatusCode expected = HttpStatusCode.BadRequest
    )
    {
        using var content = SentForm.Encoded(form);
        var answer = await browser.Http.PostAsync(new Uri(path, UriKind.Relative), content, Ct);
        Assert.Equal(expected, answer.StatusCode);
        return WebUtility.HtmlDecode(await answer.TextAsync());
    }
}
