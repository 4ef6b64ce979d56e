using System.Net;
using CoBuilding.Web.Tests.Forms;
using CoBuilding.Web.Tests.House;

namespace CoBuilding.Web.Tests.Links;

/// <summary>What the pages of all kinds of links have in common.</summary>
public sealed class PhonePagesTests(PortalHost host)
{
    [Theory]
    [InlineData("/a/{token}", "/invitations/{id:guid}")]
    [InlineData("/t/{token}", "/topics/{id:guid}")]
    [InlineData("/c/{token}", "/countersigns/{id:guid}")]
    [InlineData("/r/{token}", "/tasks/{id:guid}")]
    public async Task Each_is_one_small_document_with_a_way_to_answer(string byLink, string own)
    {
        var asked = await AskedUnitFixture.CreateAsync(host);
        var (bearer, secretary) = (host.Browse(), await asked.District.SignInAsync("secretary"));
        foreach (var (browser, pattern, isSignedIn) in new[] { (bearer, byLink, false), (secretary, own, true) })
        {
            var path = asked.PathOf(pattern);
            var page = await browser.GetAsync(path);
            Assert.Equal(HttpStatusCode.OK, page.StatusCode);
            Assert.StartsWith("default-src 'none'", page.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
            var html = await page.TextAsync();
            Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(html), 1_000, 9_000);
            Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
            Assert.Equal(1, html.Split("<h1>").Length - 1);
            Assert.Contains("role=\"status\"", html, StringComparison.Ordinal);
            Assert.Contains("</footer>", html, StringComparison.Ordinal);
            var forms = html.Split($"<form method=\"post\" action=\"{path}\"").Length - 1;
            Assert.True(forms > 0);
            Assert.Equal(forms, html.Split("name=\"operation\"").Length - 1);
            // Who bears a link has no cookie that a forged form could use.
            Assert.Equal(isSignedIn ? forms : 0, html.Split($"name=\"{SentForm.Token}\"").Length - 1);
        }
    }

    [Theory]
    [InlineData("/invitations/{id:guid}")]
    [InlineData("/topics/{id:guid}")]
    [InlineData("/countersigns/{id:guid}")]
    [InlineData("/tasks/{id:guid}")]
    public async Task A_row_of_others_looks_like_a_link_that_leads_nowhere(string own)
    {
        var asked = await AskedUnitFixture.CreateAsync(host);
        var secretary = await asked.District.SignInAsync("secretary");
        var foreign = await secretary.GetAsync(
            $"/{asked.District.Slug}{own.Replace("{id:guid}", Guid.CreateVersion7().ToString(), StringComparison.Ordinal)}"
        );
        var dead = await host.Browse().GetAsync($"/{asked.District.Slug}/a/nowhere");
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (foreign.StatusCode, dead.StatusCode));
        Assert.Equal(await dead.TextAsync(), await foreign.TextAsync());
    }
}
