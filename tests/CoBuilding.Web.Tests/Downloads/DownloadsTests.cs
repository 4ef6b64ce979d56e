using System.Net;
using CoBuilding.Committees;
using CoBuilding.Committees.Library;
using CoBuilding.Committees.Lifecycle;
using CoBuilding.Documents.Files;
using CoBuilding.Documents.Reading;
using CoBuilding.Places;
using CoBuilding.Web.Tests.House;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace CoBuilding.Web.Tests.Downloads;

public sealed class DownloadsTests(PortalHost host)
{
    [Fact]
    public void No_address_is_mapped_twice() => Assert.Empty(MappedTwice(host.Use<EndpointDataSource>().Endpoints));

    [Fact]
    public void Canary_an_address_that_is_mapped_twice_is_seen() =>
        Assert.Equal(
            ["GET /units/{id:guid}/export"],
            MappedTwice([Endpoint("/units/{id:guid}/export"), Endpoint("/units/{id:guid}/export")])
        );

    private static IEnumerable<string> MappedTwice(IEnumerable<Endpoint> endpoints) =>
        endpoints
            .OfType<RouteEndpoint>()
            .SelectMany(e => (e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? []).Select(m => $"{m} {e.RoutePattern.RawText}"))
            .Where(address => !address.Contains('.', StringComparison.Ordinal)) // static files, by the encodings of their content
            .GroupBy(address => address)
            .Where(g => g.Count() > 1)
            .Select(g => g.Key);

    private static RouteEndpoint Endpoint(string pattern) =>
        new(_ => Task.CompletedTask, RoutePatternFactory.Parse(pattern), 0, new(new HttpMethodMetadata(["GET"])), pattern);

    [Theory]
    [InlineData("units/export?q=%E6%B9%BE&kind=School&noliaison=true&ended=true&place=nonsense")]
    [InlineData("committees/export?kind=BigWorking&vacancies=true&outside=true")]
    [InlineData("dashboard/uncovered/export?kind=BigParty")]
    [InlineData("meetings/export?state=Held&from=2026-01-01&until=nonsense")]
    public async Task A_list_comes_as_a_workbook_under_a_Chinese_name(string path)
    {
        var district = await host.CreateAsync();
        var answer = await (await district.SignInAsync("admin")).GetAsync($"/{district.Slug}/{path}");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", answer.Content.Headers.ContentType?.MediaType);
        Assert.Matches(@"^\p{IsCJKUnifiedIdeographs}+\d{4}-\d{2}-\d{2}\.xlsx$", answer.Content.Headers.ContentDisposition?.FileNameStar);
        Assert.True(answer.Headers.CacheControl?.NoStore);
        Assert.Equal("PK"u8.ToArray(), (await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken))[..2]);
    }

    [Theory]
    [InlineData("units/papers/ledger?kind=School&place=nonsense")]
    [InlineData("units/papers/address-book")]
    public async Task A_paper_comes_as_a_Word_document_under_a_Chinese_name(string path)
    {
        var district = await host.CreateAsync();
        var answer = await (await district.SignInAsync("admin")).GetAsync($"/{district.Slug}/{path}");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            answer.Content.Headers.ContentType?.MediaType
        );
        Assert.Matches(@"^\p{IsCJKUnifiedIdeographs}+\d{4}-\d{2}-\d{2}\.docx$", answer.Content.Headers.ContentDisposition?.FileNameStar);
        Assert.True(answer.Headers.CacheControl?.NoStore);
    }

    [Fact]
    public async Task A_paper_that_a_rule_refuses_says_which_and_days_in_the_URL_are_read()
    {
        var district = await host.CreateAsync();
        var id = await CommitteeAsync(district, district.Community);
        var admin = await district.SignInAsync("admin");
        var refused = await admin.GetAsync($"/{district.Slug}/committees/{id}/papers/changes?from=2026-01-01&until=nonsense");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains(
            "这段日期内没有委员聘任或离任",
            WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)),
            StringComparison.Ordinal
        );
        foreach (var paper in new[] { "roster?on=2026-01-01", "letters?seat=" + Guid.CreateVersion7() })
        {
            var expected = paper[0] == 'r' ? HttpStatusCode.OK : HttpStatusCode.NotFound;
            Assert.Equal(expected, (await admin.GetAsync($"/{district.Slug}/committees/{id}/papers/{paper}")).StatusCode);
        }
        foreach (var paper in new[] { "notice", "agenda", "attendance", "sheet" })
            Assert.Equal(
                HttpStatusCode.NotFound,
                (await admin.GetAsync($"/{district.Slug}/meetings/{Guid.CreateVersion7()}/papers/{paper}")).StatusCode
            );
    }

    [Fact]
    public async Task Another_street_s_roster_looks_like_one_that_never_was()
    {
        var district = await host.CreateAsync();
        var (own, foreign) = (await CommitteeAsync(district, district.Community), await CommitteeAsync(district, district.OtherCommunity));
        await district.ClerkAsync("street");
        var clerk = await district.SignInAsync("street");
        foreach (
            var (id, expected) in new[]
            {
                (own, HttpStatusCode.OK),
                (foreign, HttpStatusCode.NotFound),
                (Guid.CreateVersion7(), HttpStatusCode.NotFound),
            }
        )
            Assert.Equal(expected, (await clerk.GetAsync($"/{district.Slug}/committees/{id}/export")).StatusCode);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await clerk.GetAsync($"/{district.Slug}/meetings/{Guid.CreateVersion7()}/export")).StatusCode
        );
    }

    [Fact]
    public async Task A_kept_file_comes_as_an_attachment_and_only_to_those_who_may_read_what_it_belongs_to()
    {
        var district = await host.CreateAsync();
        var day = new DateOnly(2026, 1, 1);
        var form = new AddLibraryDocument.Form
        {
            CommitteeId = await CommitteeAsync(district, district.Community),
            DocumentKind = "章程",
            Title = "章程",
            FullText = "总则",
            AdoptedOn = day,
            From = day,
            File = await CheckedUpload.ReadAsync(
                host.Use<ReaderPool>(),
                await district.ScopeAsync("admin"),
                "章程<1>.txt",
                "<script>"u8.ToArray(),
                TestContext.Current.CancellationToken
            ),
        };
        await host.Use<AddLibraryDocument>().RunAsync(await district.ScopeAsync("admin"), form, TestContext.Current.CancellationToken);
        await district.ClerkAsync("street");
        await district.SecretaryAsync("secretary");
        var clerk = await district.SignInAsync("street");
        var file = await clerk.GetAsync($"/{district.Slug}/library/{form.DocumentId}/file?version=1");
        Assert.Equal((HttpStatusCode.OK, "text/plain"), (file.StatusCode, file.Content.Headers.ContentType?.MediaType));
        Assert.Equal(
            ("attachment", "章程1.txt"),
            (file.Content.Headers.ContentDisposition?.DispositionType, file.Content.Headers.ContentDisposition?.FileNameStar)
        );
        Assert.Equal(("nosniff", true), (file.Headers.GetValues("X-Content-Type-Options").Single(), file.Headers.CacheControl?.NoStore));
        Assert.Equal(HttpStatusCode.OK, (await clerk.GetAsync($"/{district.Slug}/library/{form.DocumentId}/paper")).StatusCode);
        Assert.Contains(
            "总则",
            await (await clerk.GetAsync($"/{district.Slug}/library/{form.DocumentId}/print")).Content.ReadAsStringAsync(
                TestContext.Current.CancellationToken
            ),
            StringComparison.Ordinal
        );
        foreach (var way in new[] { "file", "paper", "print", "file?version=2" })
        {
            var secretary = await district.SignInAsync("secretary"); // of a unit without a seat there
            Assert.Equal(
                HttpStatusCode.NotFound,
                (await secretary.GetAsync($"/{district.Slug}/library/{form.DocumentId}/{way}")).StatusCode
            );
            Assert.Equal(
                HttpStatusCode.Redirect,
                (await host.Browse().GetAsync($"/{district.Slug}/library/{form.DocumentId}/{way}")).StatusCode
            );
        }
    }

    [Theory]
    [InlineData("units/export")]
    [InlineData("committees/export")]
    [InlineData("meetings/export")]
    [InlineData("units/papers/address-book")]
    public async Task Who_may_not_export_is_refused_and_who_is_not_signed_in_is_asked_to(string path)
    {
        var district = await host.CreateAsync();
        await district.SecretaryAsync("secretary");
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await (await district.SignInAsync("secretary")).GetAsync($"/{district.Slug}/{path}")).StatusCode
        );
        var visitor = await host.Browse().GetAsync($"/{district.Slug}/{path}");
        Assert.Equal(HttpStatusCode.Redirect, visitor.StatusCode);
        Assert.Contains("/sign-in", visitor.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    private async Task<Guid> CommitteeAsync(WebDistrict district, Place place)
    {
        var form = new EstablishCommittee.Form
        {
            Kind = CommitteeKind.BigParty,
            PlaceId = place.Id,
            Name = place.Name,
            EstablishedOn = new DateOnly(2026, 1, 1),
        };
        await host.Use<EstablishCommittee>().RunAsync(await district.ScopeAsync("admin"), form, CancellationToken.None);
        return form.CommitteeId;
    }
}
