using System.IO.Compression;
using System.Net;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using CoBuilding.Access;
using CoBuilding.Documents;
using CoBuilding.Minutes;
using CoBuilding.Web.Tests.House;
using CoBuilding.Web.Tests.Pages.Committees.Rosters;
using Microsoft.AspNetCore.Routing;

namespace CoBuilding.Web.Tests.Print;

/// <summary>Each paper is a Word file and a page to be printed, of one composition.</summary>
public sealed partial class PrintedPaperTests(PortalHost host)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_page_says_what_the_Word_file_says_in_the_same_order()
    {
        var district = await host.CreateAsync();
        var story = await CommitteeDistrict.BeginAsync(host, district);
        var meeting = await story.HeldAsync(host);
        await host.Use<BeginMinutes>().RunAsync(await district.ScopeAsync("admin"), new() { MeetingId = meeting }, Ct);
        var clerk = await district.SignInAsync("clerk");
        var (roster, papers) = ($"/{district.Slug}/committees/{story.CommitteeId}", $"/{district.Slug}/meetings/{meeting}/papers");
        foreach (
            var (paper, print) in new[]
            {
                ($"{roster}/papers/roster", $"{roster}/print"),
                ($"{roster}/papers/letters", null),
                ($"{roster}/papers/changes?from={RosterFixture.Today.AddYears(-1):yyyy-MM-dd}", null),
                ($"{papers}/notice", null),
                ($"{papers}/agenda", null),
                ($"{papers}/attendance", null),
                ($"{papers}/seating", null),
                ($"{papers}/cards", $"/{district.Slug}/meetings/{meeting}/cards"),
                ($"{papers}/sheet", $"/{district.Slug}/meetings/{meeting}/sheet"),
                ($"{papers}/minutes", null),
                ($"/{district.Slug}/units/papers/ledger", null),
                ($"/{district.Slug}/units/papers/address-book", null),
            }
        )
        {
            var file = await clerk.GetAsync(paper);
            Assert.Equal((paper, HttpStatusCode.OK), (paper, file.StatusCode));
            var page = await clerk.GetAsync(print ?? PrintOf(paper));
            Assert.Equal((paper, HttpStatusCode.OK), (paper, page.StatusCode));
            Assert.True(page.Headers.CacheControl?.NoStore);
            var html = await page.TextAsync();
            Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
            Assert.Equal(SaidBy(await file.Content.ReadAsByteArrayAsync(Ct)), SaidBy(html));
        }
    }

    [Fact]
    public async Task To_print_is_to_export()
    {
        var district = await host.CreateAsync();
        var story = await CommitteeDistrict.BeginAsync(host, district);
        await district.SecretaryAsync("secretary");
        var print = $"/{district.Slug}/committees/{story.CommitteeId}/papers/letters/print";
        Assert.Equal(HttpStatusCode.Redirect, (await host.Browse().GetAsync(print)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await district.SignInAsync("secretary")).GetAsync(print)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await (await district.SignInAsync("neighbor")).GetAsync(print)).StatusCode);
        Assert.Equal(0, await ExportedAsync());
        Assert.Equal(HttpStatusCode.OK, (await (await district.SignInAsync("clerk")).GetAsync(print)).StatusCode);
        Assert.Equal(1, await ExportedAsync());

        async Task<int> ExportedAsync() =>
            (
                await host.Use<SeeJournal>()
                    .AskAsync(await district.ScopeAsync("auditor"), new() { Search = nameof(Right.Export), Subject = "committees" }, Ct)
            ).Rows.Count(r => r.Action == "exported");
    }

    [Fact]
    public void Every_paper_has_its_page()
    {
        var handlers = host.Use<EndpointDataSource>()
            .Endpoints.Select(e => e.Metadata.GetMetadata<MethodInfo>())
            .OfType<MethodInfo>()
            .ToList();
        var papers = Portal.UseCases.Where(u => Portal.EntryOf(u)!.ReturnType == typeof(Task<ExportedPaper>)).ToList();
        Assert.True(papers.Count > 15);
        // Its file and its page.
        Assert.Empty(papers.Where(u => handlers.Count(h => h.GetParameters().Any(p => p.ParameterType == u)) != 2).Select(u => u.Name));
    }

    private static string PrintOf(string paper) =>
        paper.Split('?', 2) is [var path, var query] ? $"{path}/print?{query}" : paper + "/print";

    /// <summary>A watermark stands in another part of the file.</summary>
    private static string SaidBy(byte[] file)
    {
        using var archive = new ZipArchive(new MemoryStream(file));
        using var body = archive.GetEntry("word/document.xml")!.Open();
        return Blank()
            .Replace(string.Concat(XDocument.Load(body).Descendants().Where(e => e.Name.LocalName == "t").Select(e => e.Value)), "");
    }

    private static string SaidBy(string page)
    {
        var body = page[page.IndexOf("<body", StringComparison.Ordinal)..];
        return Blank().Replace(WebUtility.HtmlDecode(Tag().Replace(Aside().Replace(body, ""), "")), "");
    }

    [GeneratedRegex(@"\s")]
    private static partial Regex Blank();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    /// <summary>The watermark, and what is for the screen alone.</summary>
    [GeneratedRegex("<p class=\"(?:mark|screen-only)\">.*?</p>|<div class=\"watermark\".*?</div>", RegexOptions.Singleline)]
    private static partial Regex Aside();
}
