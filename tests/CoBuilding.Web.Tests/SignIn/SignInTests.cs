using System.Net;
using System.Text.RegularExpressions;
using CoBuilding.Access;
using CoBuilding.Web.Tests.House;
using Microsoft.AspNetCore.Hosting;

namespace CoBuilding.Web.Tests.SignIn;

public sealed partial class SignInTests(PortalHost host)
{
    private const string Wrong = "wrong-Password-1";

    [Fact]
    public async Task The_right_password_opens_the_office()
    {
        var district = await host.CreateAsync();
        var browser = host.Browse();
        Assert.False(await browser.IsSignedInAsync(district.Slug));
        var answer = await browser.SignInAsync(district.Slug, "admin", PortalHost.Password);
        Assert.Equal($"/{district.Slug}/", answer.Headers.Location!.OriginalString);
        var cookie = answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("session=", StringComparison.Ordinal));
        Assert.Contains($"path=/{district.Slug};", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.True(await browser.IsSignedInAsync(district.Slug));
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_name_are_answered_the_same()
    {
        var district = await host.CreateAsync();
        var wrong = await RefusalAsync("admin");
        var unknown = await RefusalAsync("nobody");
        Assert.Equal(wrong, unknown);
        Assert.Contains("登录名或密码不正确", wrong, StringComparison.Ordinal);

        async Task<string> RefusalAsync(string login)
        {
            var browser = host.Browse();
            var answer = await browser.SignInAsync(district.Slug, login, Wrong);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.False(await browser.IsSignedInAsync(district.Slug));
            return Varying().Replace(await answer.TextAsync(), "").Replace(login, "LOGIN", StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_was_typed_comes_back_except_the_password()
    {
        var district = await host.CreateAsync();
        var page = await (await host.Browse().SignInAsync(district.Slug, "张三<b>", Wrong)).TextAsync();
        Assert.Contains("value=\"张三&lt;b&gt;\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain(Wrong, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_form_is_answered_at_its_fields()
    {
        var district = await host.CreateAsync();
        var answer = await host.Browse().SignInAsync(district.Slug, "", "");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await answer.TextAsync();
        Assert.Contains("id=\"login-problem\"", page, StringComparison.Ordinal);
        Assert.Contains("id=\"password-problem\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_five_failures_a_stranger_waits_and_a_device_that_was_here_before_does_not()
    {
        var district = await host.CreateAsync();
        var known = await district.SignInAsync("admin");
        await known.SendAsync($"/{district.Slug}/sign-out", $"/{district.Slug}/sign-out");
        for (var i = 0; i < 5; i++)
            await host.Browse().SignInAsync(district.Slug, "admin", Wrong);

        var stranger = await host.Browse().SignInAsync(district.Slug, "admin", PortalHost.Password);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, stranger.StatusCode);
        var owner = await known.SignInAsync(district.Slug, "admin", PortalHost.Password);
        Assert.Equal(HttpStatusCode.Redirect, owner.StatusCode);
    }

    [Fact]
    public async Task Guessing_in_parallel_leaves_no_failure_uncounted()
    {
        var district = await host.CreateAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => host.Browse().SignInAsync(district.Slug, "admin", Wrong)));
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.UnprocessableEntity, a.StatusCode));
        var answer = await host.Browse().SignInAsync(district.Slug, "admin", PortalHost.Password);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }

    [Fact]
    public async Task A_cookie_that_is_carried_to_another_district_is_worth_nothing_there()
    {
        var one = await host.CreateAsync();
        var other = await host.CreateAsync();
        var browser = host.Browse();
        var answer = await browser.SignInAsync(one.Slug, "admin", PortalHost.Password);
        var cookie = answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("session=", StringComparison.Ordinal)).Split(';')[0];

        var thief = host.Browse();
        thief.Http.DefaultRequestHeaders.Add("Cookie", cookie);
        Assert.True(await thief.IsSignedInAsync(one.Slug));
        Assert.False(await thief.IsSignedInAsync(other.Slug));
    }

    [Fact]
    public async Task A_mark_of_one_district_is_no_mark_in_another()
    {
        var one = await host.CreateAsync();
        var other = await host.CreateAsync();
        var browser = host.Browse();
        var answer = await browser.SignInAsync(one.Slug, "admin", PortalHost.Password);
        var mark = answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("device-", StringComparison.Ordinal)).Split(';')[0];
        var carried = host.Browse();
        for (var i = 0; i < 5; i++)
            await host.Browse().SignInAsync(other.Slug, "admin", Wrong);
        carried.Http.DefaultRequestHeaders.Add("Cookie", mark);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await carried.SignInAsync(other.Slug, "admin", PortalHost.Password)).StatusCode);
    }

    [Fact]
    public async Task Signing_out_everywhere_ends_the_other_browsers_at_their_next_request()
    {
        var district = await host.CreateAsync();
        var here = await district.SignInAsync("admin");
        var there = await district.SignInAsync("admin");
        await here.SendAsync($"/{district.Slug}/sign-out", $"/{district.Slug}/sign-out", ("everywhere", "true"));
        Assert.False(await here.IsSignedInAsync(district.Slug));
        Assert.False(await there.IsSignedInAsync(district.Slug));
    }

    [Fact]
    public async Task Signing_out_here_leaves_the_other_browsers_alone()
    {
        var district = await host.CreateAsync();
        var here = await district.SignInAsync("admin");
        var there = await district.SignInAsync("admin");
        await here.SendAsync($"/{district.Slug}/sign-out", $"/{district.Slug}/sign-out");
        Assert.False(await here.IsSignedInAsync(district.Slug));
        Assert.True(await there.IsSignedInAsync(district.Slug));
    }

    [Fact]
    public async Task Signing_out_has_the_browser_drop_what_it_stored_and_keep_its_cookies()
    {
        var district = await host.CreateAsync();
        var browser = await district.SignInAsync("admin");
        var answer = await browser.SendAsync($"/{district.Slug}/sign-out", $"/{district.Slug}/sign-out");
        Assert.Equal("\"storage\"", Assert.Single(answer.Headers.GetValues("Clear-Site-Data")));
        Assert.Contains("src=\"left.js\"", await browser.ReadAsync(answer.Headers.Location!.OriginalString), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_was_signed_out_elsewhere_is_led_to_where_drafts_are_dropped()
    {
        var district = await host.CreateAsync();
        var here = await district.SignInAsync("admin");
        var there = await district.SignInAsync("admin");
        await here.SendAsync($"/{district.Slug}/sign-out", $"/{district.Slug}/sign-out", ("everywhere", "true"));
        var answer = await there.GetAsync($"/{district.Slug}/places");
        Assert.Contains("/sign-in?left=true&back=", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_without_its_token_does_nothing()
    {
        var district = await host.CreateAsync();
        var browser = await district.SignInAsync("admin");
        using var forged = new FormUrlEncodedContent([KeyValuePair.Create("everywhere", "true")]);
        var answer = await browser.Http.PostAsync(
            new Uri($"/{district.Slug}/sign-out", UriKind.Relative),
            forged,
            TestContext.Current.CancellationToken
        );
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("页面已过期", await answer.TextAsync(), StringComparison.Ordinal);
        Assert.True(await browser.IsSignedInAsync(district.Slug));
    }

    [Theory]
    [InlineData("https://evil.example/", false)]
    [InlineData("//evil.example/", false)]
    [InlineData("/\\evil.example", false)]
    [InlineData("/{district}/\\evil.example", false)]
    [InlineData("/{district}//evil.example", false)]
    [InlineData("/{district}/../other/", false)]
    [InlineData("/{district}evil/", false)]
    [InlineData("/otherdistrict/places", false)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("/{district}/places?q=1", true)]
    public async Task One_returns_only_within_the_district(string back, bool allowed)
    {
        var district = await host.CreateAsync();
        back = back.Replace("{district}", district.Slug, StringComparison.Ordinal);
        var answer = await host.Browse().SignInAsync(district.Slug, "admin", PortalHost.Password, back);
        Assert.Equal(allowed ? back : $"/{district.Slug}/", answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Too_many_attempts_from_one_address_get_a_clear_page()
    {
        var district = await host.CreateAsync();
        await using var strict = host.Factory.WithWebHostBuilder(web => web.UseSetting("SignIn:PerMinute", "3"));
        HttpResponseMessage answer = null!;
        for (var i = 0; i < 4; i++)
            answer = await host.Browse(strict).SignInAsync(district.Slug, "nobody", Wrong);
        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.Contains("尝试次数过多", await answer.TextAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await host.Browse(strict).GetAsync($"/{district.Slug}/sign-in")).StatusCode);
    }

    [Fact]
    public async Task A_one_time_code_leads_to_a_new_password_and_nowhere_else()
    {
        var district = await host.CreateAsync();
        var clerk = await district.ClerkAsync("clerk");
        var code = new IssueOneTimeCode.Form { AccountId = clerk };
        await host.Use<IssueOneTimeCode>().RunAsync(await district.ScopeAsync("admin"), code, CancellationToken.None);

        var browser = host.Browse();
        var answer = await browser.SignInAsync(district.Slug, "clerk", code.Code);
        Assert.StartsWith($"/{district.Slug}/password", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
        var home = await browser.GetAsync($"/{district.Slug}/");
        Assert.EndsWith("password", home.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"current\"", await browser.ReadAsync($"/{district.Slug}/password"), StringComparison.Ordinal);

        var tooShort = await SetAsync("short1");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, tooShort.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await SetAsync("my-New-password-7")).StatusCode);
        Assert.True(await browser.IsSignedInAsync(district.Slug));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await host.Browse().SignInAsync(district.Slug, "clerk", code.Code)).StatusCode);
        await district.SignInAsync("clerk", "my-New-password-7");

        Task<HttpResponseMessage> SetAsync(string password) =>
            browser.SendAsync($"/{district.Slug}/password", $"/{district.Slug}/password", ("password", password), ("repeat", password));
    }

    [Fact]
    public async Task Changing_the_password_asks_for_the_old_one_and_ends_the_other_sessions()
    {
        var district = await host.CreateAsync();
        var here = await district.SignInAsync("admin");
        var there = await district.SignInAsync("admin");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await ChangeAsync(Wrong)).StatusCode);
        Assert.True(await there.IsSignedInAsync(district.Slug));
        Assert.Equal(HttpStatusCode.OK, (await ChangeAsync(PortalHost.Password)).StatusCode);
        Assert.True(await here.IsSignedInAsync(district.Slug));
        Assert.False(await there.IsSignedInAsync(district.Slug));

        Task<HttpResponseMessage> ChangeAsync(string current) =>
            here.SendAsync(
                $"/{district.Slug}/password",
                $"/{district.Slug}/password",
                ("current", current),
                ("password", "my-New-password-7"),
                ("repeat", "my-New-password-7")
            );
    }

    [Fact]
    public async Task Whoever_types_the_old_password_wrongly_too_often_is_signed_out_and_reads_why()
    {
        var district = await host.CreateAsync();
        var browser = await district.SignInAsync("admin");
        for (var n = 0; n < 4; n++)
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await ChangeAsync()).StatusCode);
        var last = await ChangeAsync();
        Assert.Equal(HttpStatusCode.TooManyRequests, last.StatusCode);
        var page = await last.TextAsync();
        Assert.Contains("已退出登录", page, StringComparison.Ordinal);
        Assert.Contains($"/{district.Slug}/sign-in?back=", page, StringComparison.Ordinal);
        Assert.False(await browser.IsSignedInAsync(district.Slug));

        Task<HttpResponseMessage> ChangeAsync() =>
            browser.SendAsync(
                $"/{district.Slug}/password",
                $"/{district.Slug}/password",
                ("current", Wrong),
                ("password", "my-New-password-7"),
                ("repeat", "my-New-password-7")
            );
    }

    [Fact]
    public async Task A_closed_account_loses_access_at_its_next_request()
    {
        var district = await host.CreateAsync();
        var clerk = await district.ClerkAsync("clerk");
        var browser = await district.SignInAsync("clerk");
        Assert.True(await browser.IsSignedInAsync(district.Slug));
        await host.Use<CloseAccount>().RunAsync(await district.ScopeAsync("admin"), new() { AccountId = clerk }, CancellationToken.None);
        Assert.False(await browser.IsSignedInAsync(district.Slug));
    }

    [GeneratedRegex("value=\"CfDJ8[^\"]+\"")]
    private static partial Regex Varying();
}
