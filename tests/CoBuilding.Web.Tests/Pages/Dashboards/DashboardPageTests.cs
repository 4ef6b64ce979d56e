using System.Text.RegularExpressions;
using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Committees.Kinds;
using CoBuilding.Contracts;
using CoBuilding.Texts;
using CoBuilding.Web.Pages.Dashboards;
using CoBuilding.Web.Tests.House;
using CoBuilding.Web.Tests.Pages.Committees.Rosters;
using Microsoft.AspNetCore.Routing;

namespace CoBuilding.Web.Tests.Pages.Dashboards;

public sealed partial class DashboardPageTests(PortalHost host)
{
    private static readonly string[] TextEndings = ["", "Of", "Defined", "Rows"];

    [Fact]
    public async Task Every_figure_opens_the_rows_that_it_counts()
    {
        var district = await host.CreateAsync();
        var admin = await district.ScopeAsync("admin");
        await district.StaffAsync("overseer", Role.Overseer, district.Root);
        var committee = await host.CommitteeAsync(admin, district.Street);
        await host.MemberAsync(admin, committee, district.Community, "东街中学");
        await host.VacancyAsync(admin, committee);
        var overseer = await district.SignInAsync("overseer");

        var board = await overseer.ReadAsync($"/{district.Slug}/dashboard");
        Assert.Contains("<strong>1</strong><span> / 2</span> <small>50%</small>", board, StringComparison.Ordinal);
        // The answer travels to the circuit within the page: a part that cannot be written down would be logged, and all asked twice.
        Assert.DoesNotContain(host.Log.Lines, line => line.Contains("while pausing", StringComparison.Ordinal));
        var links = Rows().Matches(board).Select(m => WebUtility(m.Groups[1].Value)).ToHashSet();

        var kind = (await host.Use<SeeCommitteeKinds>().AskAsync(admin, TestContext.Current.CancellationToken))
            .Single(k => k.Kind.Kind == CommitteeKind.BigWorking)
            .Kind.Id;
        Assert.Contains("东街道大工委", await RowsOf("committees?outside=true"), StringComparison.Ordinal);
        Assert.Contains("东街道大工委", await RowsOf("committees?vacancies=true"), StringComparison.Ordinal);
        Assert.Contains("东街道大工委", await RowsOf($"committees?kind={kind}&counted=true"), StringComparison.Ordinal);
        var uncovered = await RowsOf($"dashboard/uncovered?kind={kind}");
        Assert.Contains("<strong>西街道</strong>", uncovered, StringComparison.Ordinal);
        Assert.DoesNotContain("<strong>东街道</strong>", uncovered, StringComparison.Ordinal);
        // Of two quarters: all meetings, and those that were held, will be and were canceled.
        Assert.Equal(8, links.Count(l => l.StartsWith("meetings?from=", StringComparison.Ordinal)));

        async Task<string> RowsOf(string link)
        {
            Assert.Contains(link, links);
            return await overseer.ReadAsync($"/{district.Slug}/{link}");
        }
    }

    [Fact]
    public void Every_figure_and_action_has_a_place_texts_and_a_page()
    {
        var figures = host.Use<IEnumerable<IDashboardFigure>>().ToList();
        var actions = host.Use<IEnumerable<IDashboardMatters>>().ToList();
        Assert.Equal(figures.Count, figures.DistinctBy(f => f.Position).Count());
        Assert.Equal(actions.Count, actions.DistinctBy(a => a.Position).Count());
        Assert.All(
            figures.SelectMany(f => TextEndings.Select(end => f.Key + end)).Concat(actions.Select(a => a.Key)),
            key => Assert.NotNull(Wording.Find(key))
        );
        var addresses = host.Use<IEnumerable<IDashboardAddresses>>().ToList();
        Assert.Equal(figures.Select(f => f.Key).Order(), addresses.SelectMany(a => a.Figures.Keys).Order());
        Assert.Equal(actions.Select(a => a.Key).Order(), addresses.SelectMany(a => a.Matters.Keys).Order());

        var (subject, pages) = (
            Guid.CreateVersion7(),
            host.Use<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Select(e => e.RoutePattern.RawText!.Trim('/')).ToHashSet()
        );
        Assert.All(
            addresses
                .SelectMany(a => a.Figures.Values)
                .SelectMany(f => new[] { f.Rows, f.Export })
                .OfType<string>()
                .Concat(addresses.SelectMany(a => a.Matters.Values).Select(a => a(subject))),
            a => Assert.Contains(a.Split('?')[0].Replace($"{subject}", "{Id:guid}", StringComparison.Ordinal), pages)
        );
    }

    [Fact]
    public async Task A_clerk_has_to_dos_and_no_dashboard()
    {
        var district = await host.CreateAsync();
        await district.ClerkAsync("clerk");
        var clerk = await district.SignInAsync("clerk");

        var home = await clerk.ReadAsync($"/{district.Slug}/");
        Assert.Contains("我的待办", home, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"dashboard\"", home, StringComparison.Ordinal);
        Assert.Equal(System.Net.HttpStatusCode.Forbidden, (await clerk.GetAsync($"/{district.Slug}/dashboard")).StatusCode);
    }

    private static string WebUtility(string attribute) => System.Net.WebUtility.HtmlDecode(attribute);

    [GeneratedRegex("<a href=\"((?:committees|dashboard/uncovered|meetings)\\?[^\"]+)\"")]
    private static partial Regex Rows();
}
