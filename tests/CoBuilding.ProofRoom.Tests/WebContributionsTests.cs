using System.Net;
using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Committees.Lifecycle;
using CoBuilding.ProofRoom.Noticeboard;
using CoBuilding.Tests.House;
using CoBuilding.Texts;
using CoBuilding.Units;
using CoBuilding.Web.Tests.House;

namespace CoBuilding.ProofRoom.Tests;

/// <summary>Each of the room's contributions to the web appears on its page, by its right.</summary>
[Collection<ComposedPortal>]
public class WebContributionsTests(PortalHost host)
{
    private const string Title = "本周六上午停水检修";

    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task The_menu_and_the_first_page_have_it_for_whoever_has_its_right()
    {
        var district = await host.CreateAsync();
        await HangAsync(district);
        var home = await ReadAsync(district, "admin", "");
        Assert.True(home.IndexOf("href=\"units\"", StringComparison.Ordinal) < home.IndexOf("href=\"notices\"", StringComparison.Ordinal));
        Assert.Contains("<h2 id=\"notices\">公告栏</h2>", home, StringComparison.Ordinal);

        var auditors = await ReadAsync(district, "auditor", "");
        Assert.Contains("href=\"journal\"", auditors, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"notices\"", auditors, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"notices\"", auditors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_clerk_s_first_page_has_the_to_do_with_text_and_address()
    {
        var district = await host.CreateAsync();
        await district.ClerkAsync("clerk");
        var notice = await HangAsync(district);
        Assert.Contains(
            $"<a href=\"notices#{notice}\">公告“{Title}”即将到期，请确认是否续贴</a>",
            await ReadAsync(district, "clerk", ""),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_dashboard_has_the_figure_and_what_waits_with_texts_and_addresses()
    {
        var district = await host.CreateAsync();
        var notice = await HangAsync(district);
        var board = await ReadAsync(district, "admin", "dashboard");
        foreach (
            var part in new[]
            {
                "张贴中的公告",
                "张贴中的公告 / 全部公告",
                "到期的公告次日撤下。",
                "已撤下0份",
                "href=\"notices/export\"",
                $"<a href=\"notices#{notice}\">{Title}</a>",
                "公告将于" + Today.AddDays(2).InShort() + "到期",
            }
        )
            Assert.Contains(part, board, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_settings_page_has_its_section_and_its_link()
    {
        var district = await host.CreateAsync();
        var settings = await ReadAsync(district, "admin", "settings");
        Assert.Contains("<section id=\"notice-topics\"><h2>公告栏目</h2>", Without(settings), StringComparison.Ordinal);
        Assert.Contains("<li>日常事项</li>", settings, StringComparison.Ordinal);
        Assert.Matches("<p class=\"more-links\">.*<a href=\"notices\">公告栏</a>.*</p>", Without(settings));
    }

    [Fact]
    public async Task Its_workbook_is_handed_out_and_journaled()
    {
        var district = await host.CreateAsync();
        await HangAsync(district);
        var admin = await district.SignInAsync("admin");
        var answer = await admin.GetAsync($"/{district.Slug}/notices/export");
        Assert.Equal(
            (HttpStatusCode.OK, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
            (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType)
        );
        var journal = await host.Use<SeeJournal>().AskAsync(await district.ScopeAsync("auditor"), new() { Subject = "notices" }, Ct);
        Assert.Equal(["exported", "added"], journal.Rows.Select(r => r.Action));
        var auditor = await district.SignInAsync("auditor");
        Assert.Equal(HttpStatusCode.Forbidden, (await auditor.GetAsync($"/{district.Slug}/notices/export")).StatusCode);
    }

    [Fact]
    public async Task A_unit_reads_its_own_on_a_phone()
    {
        var district = await host.CreateAsync();
        await district.SecretaryAsync("secretary");
        var unit = (await host.Use<ListUnits>().AskAsync(await district.ScopeAsync("admin"), new(), Ct)).Rows.Single().Id;
        await HangAsync(district, n => n.UnitId = unit);
        await HangAsync(district, n => n.Title = "下月体检安排");

        foreach (var address in new[] { "own", "own/notices" })
        {
            var page = await ReadAsync(district, "secretary", address);
            Assert.Contains($"<dd>{Title}</dd>", page, StringComparison.Ordinal);
            Assert.DoesNotContain("下月体检安排", page, StringComparison.Ordinal);
            Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        }
        var admin = await district.SignInAsync("admin");
        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync($"/{district.Slug}/own/notices")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await host.Browse().GetAsync($"/{district.Slug}/own/notices")).StatusCode);
    }

    [Fact]
    public async Task The_page_of_who_looks_after_it_says_so()
    {
        var district = await host.CreateAsync();
        await district.SecretaryAsync("secretary");
        var admin = await district.ScopeAsync("admin");
        var unit = (await host.Use<ListUnits>().AskAsync(admin, new(), Ct)).Rows.Single().Id;
        var person = (await host.Use<SeeUnit>().AskAsync(admin, unit, Ct)).Posts.Single().PersonId;
        var committee = new EstablishCommittee.Form
        {
            Kind = CommitteeKind.BigWorking,
            PlaceId = district.Street.Id,
            Name = "东街道大工委",
            EstablishedOn = Today.AddYears(-1),
        };
        await host.Use<EstablishCommittee>().RunAsync(admin, committee, Ct);
        await HangAsync(
            district,
            n =>
            {
                n.CommitteeId = committee.CommitteeId;
                n.PersonId = person;
            }
        );
        var page = await ReadAsync(district, "admin", $"people/{person}");
        foreach (var part in new[] { "公告联系人", Title, "东街道大工委" })
            Assert.Contains(part, page, StringComparison.Ordinal);
    }

    private static DateOnly Today => TimeProvider.System.GetUtcNow().ChinaDate();

    private static string Without(string page) => string.Concat(page.Split('\n').Select(line => line.Trim()));

    private static async Task<string> ReadAsync(WebDistrict district, string login, string address) =>
        await (await district.SignInAsync(login)).ReadAsync($"/{district.Slug}/{address}");

    private async Task<Guid> HangAsync(WebDistrict district, Action<HangNotice.Form>? change = null)
    {
        var form = new HangNotice.Form
        {
            PlaceId = district.Street.Id,
            Title = Title,
            HangsUntil = Today.AddDays(2),
        };
        change?.Invoke(form);
        await host.Use<HangNotice>().RunAsync(await district.ScopeAsync("admin"), form, Ct);
        return form.NoticeId;
    }
}
