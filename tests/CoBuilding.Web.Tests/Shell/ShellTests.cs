using System.Net;
using CoBuilding.Web.Tests.House;

namespace CoBuilding.Web.Tests.Shell;

public sealed class ShellTests(PortalHost host)
{
    [Fact]
    public async Task The_style_sheet_of_the_components_is_sent_compressed()
    {
        var district = await host.CreateAsync();
        var page = await (await district.SignInAsync("admin")).ReadAsync($"/{district.Slug}/");
        var href = page.Split("href=\"")
            .Select(part => part.Split('"')[0])
            .Single(h => h.Contains("MudBlazor.min.css", StringComparison.Ordinal));
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"/{district.Slug}/{href}", UriKind.Relative));
        request.Headers.Add("Accept-Encoding", "br, gzip");
        var answer = await host.Browse().Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("br", Assert.Single(answer.Content.Headers.ContentEncoding));
        Assert.InRange((await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length, 1, 60_000);
    }

    [Fact]
    public async Task Html_is_sent_compressed_and_Chinese_as_itself()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/", UriKind.Relative));
        request.Headers.Add("Accept-Encoding", "br");
        var answer = await host.Browse().Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal("br", Assert.Single(answer.Content.Headers.ContentEncoding));
        Assert.Contains("请选择所在区市县", await host.Browse().ReadAsync("/"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/nowhere/")]
    [InlineData("/{district}/")]
    [InlineData("/{district}/sign-in")]
    [InlineData("/{district}/plain.css")]
    public async Task Every_answer_carries_the_security_headers(string path)
    {
        var district = await host.CreateAsync();
        var browser = await district.SignInAsync("admin");
        var answer = await browser.GetAsync(path.Replace("{district}", district.Slug, StringComparison.Ordinal));
        var policy = string.Join("; ", answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains(
            "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'",
            policy,
            StringComparison.Ordinal
        );
        Assert.Contains("frame-ancestors 'none'; base-uri 'self'; form-action 'self'", policy, StringComparison.Ordinal);
        Assert.Equal("no-referrer", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Theory]
    [InlineData("https://portal.example/health/live", true)]
    [InlineData("http://portal.example/health/live", false)]
    public async Task Who_came_by_TLS_once_is_told_to_come_by_it_again(string address, bool isTold) =>
        Assert.Equal(
            isTold,
            (await host.Browse().Http.GetAsync(new Uri(address), TestContext.Current.CancellationToken)).Headers.Contains(
                "Strict-Transport-Security"
            )
        );

    [Fact]
    public async Task No_page_names_another_host_or_holds_inline_script()
    {
        var district = await host.CreateAsync();
        var browser = await district.SignInAsync("admin");
        foreach (var path in new[] { "", "places", "accounts", "accounts/new", "sign-in", "sign-out", "password" })
        {
            var page = await browser.ReadAsync($"/{district.Slug}/{path}");
            Assert.DoesNotContain("//fonts", page, StringComparison.Ordinal);
            Assert.DoesNotMatch("(src|href|action)=\"(https?:)?//", page);
            Assert.DoesNotMatch("<script(?![^>]* src=)[^>]*>", page);
            Assert.DoesNotMatch(" on[a-z]+=\"", page);
        }
    }

    [Theory]
    [InlineData("admin", "accounts", HttpStatusCode.OK)]
    [InlineData("admin", "journal", HttpStatusCode.Forbidden)]
    [InlineData("auditor", "journal", HttpStatusCode.OK)]
    [InlineData("auditor", "accounts", HttpStatusCode.Forbidden)]
    [InlineData("auditor", "places", HttpStatusCode.Forbidden)]
    [InlineData("secretary", "accounts", HttpStatusCode.Forbidden)]
    [InlineData("secretary", "accounts/new", HttpStatusCode.Forbidden)]
    [InlineData("secretary", "journal", HttpStatusCode.Forbidden)]
    [InlineData("secretary", "", HttpStatusCode.OK)]
    public async Task A_page_opens_to_its_right_alone(string login, string page, HttpStatusCode expected)
    {
        var district = await host.CreateAsync();
        if (login == "secretary")
            await district.SecretaryAsync(login);
        var browser = await district.SignInAsync(login);
        Assert.Equal(expected, (await browser.GetAsync($"/{district.Slug}/{page}")).StatusCode);
    }

    [Fact]
    public async Task The_menu_holds_what_the_account_may_open()
    {
        var district = await host.CreateAsync();
        var auditor = await (await district.SignInAsync("auditor")).ReadAsync($"/{district.Slug}/");
        Assert.Contains("href=\"journal\"", auditor, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"accounts\"", auditor, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "href=\"journal\"",
            await (await district.SignInAsync("admin")).ReadAsync($"/{district.Slug}/"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Another_districts_account_is_not_found()
    {
        var one = await host.CreateAsync();
        var other = await host.CreateAsync();
        var foreign = await other.ClerkAsync("clerk");
        var own = await one.ClerkAsync("clerk");
        var admin = await one.SignInAsync("admin");
        Assert.Equal(HttpStatusCode.OK, (await admin.GetAsync($"/{one.Slug}/accounts/{own}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync($"/{one.Slug}/accounts/{foreign}")).StatusCode);
    }

    [Fact]
    public async Task Language_and_large_type_are_chosen_by_a_plain_form()
    {
        var district = await host.CreateAsync();
        var browser = host.Browse();
        var page = $"/{district.Slug}/sign-in";
        Assert.Contains("<html lang=\"zh-CN\">", await browser.ReadAsync(page), StringComparison.Ordinal);
        var answer = await browser.SendAsync(page, $"/{district.Slug}/preferences", ("language", "en"), ("back", page));
        Assert.Equal(page, answer.Headers.Location!.OriginalString);
        await browser.SendAsync(page, $"/{district.Slug}/preferences", ("large", "1"), ("back", "https://evil.example/"));
        var english = await browser.ReadAsync(page);
        Assert.Contains("<html lang=\"en\" class=\"large\">", english, StringComparison.Ordinal);
        Assert.Contains("Sign in", english, StringComparison.Ordinal);
    }
}
