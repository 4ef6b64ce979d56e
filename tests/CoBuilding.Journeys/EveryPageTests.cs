using System.Reflection;
using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Committees.Groups;
using CoBuilding.Committees.Library;
using CoBuilding.Committees.Seats;
using CoBuilding.Data;
using CoBuilding.Documents.Files;
using CoBuilding.Documents.Reading;
using CoBuilding.Journeys.House;
using CoBuilding.Meetings.Agendas;
using CoBuilding.Meetings.Calling;
using CoBuilding.Meetings.Series;
using CoBuilding.Minutes;
using CoBuilding.Nominations;
using CoBuilding.Nominations.Preparation;
using CoBuilding.Nominations.Renewals;
using CoBuilding.Places.PartyChain;
using CoBuilding.Resolutions;
using CoBuilding.Texts;
using CoBuilding.Units;
using CoBuilding.Units.People;
using CoBuilding.Web;
using CoBuilding.Web.Shell;
using CoBuilding.Web.Tests.House;
using Deque.AxeCore.Playwright;
using Microsoft.AspNetCore.Components;

namespace CoBuilding.Journeys;

/// <summary>
/// Every page of the office in a browser: accessible by axe's rules, nothing wider than the screen, however long the names, and no link
/// that leads nowhere.
/// </summary>
public sealed class EveryPageTests(PortalHost host, Chromium chromium)
{
    private const string LongUnit = "中国（辽宁）自由贸易试验区大连片区高新技术产业园区综合服务有限责任公司东街道分公司党总支委员会";
    private const string LongName = "买买提·艾力·阿卜杜热西提·吐尔逊江";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false, "zh-CN")]
    [InlineData(true, "en")]
    public async Task It_is_accessible_and_fits(bool isPhone, string language)
    {
        var district = await host.CreateAsync();
        var ids = await ArrangeAsync(district);
        List<string> faults = [];
        Dictionary<string, string> links = [];
        await using var admin = await WalkAsync(isPhone, district, language, "admin");
        await using var auditor = await WalkAsync(isPhone, district, language, "auditor");
        foreach (
            var (path, right) in Pages(ids).Concat([("password", Right.OwnAccount), ("committees/" + ids["prepared"], Right.SeeCommittees)])
        )
        {
            var walk = right == Right.SeeJournal ? auditor : admin;
            var answer = await walk.GoAsync(path);
            if (answer.Status != 200)
                faults.Add($"{path}: answers {answer.Status}");
            var found = await walk.Page.RunAxe();
            faults.AddRange(found.Violations.Select(v => $"{path}: {v.Id} at {string.Join(' ', v.Nodes.Take(2).Select(n => n.Html))}"));
            var wide = await walk.Page.EvaluateAsync<int>(
                "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
            );
            if (wide > 0)
                faults.Add($"{path}: {wide} px too wide");
            // An own CSS class with the name of a component library's class would float over the page.
            var floating = await walk.Page.EvaluateAsync<string[]>(
                "() => [...document.querySelectorAll('main *')].filter(e => getComputedStyle(e).position === 'fixed').map(e => e.className)"
            );
            if (floating.Length > 0)
                faults.Add($"{path}: floats: {string.Join(' ', floating.Take(3))}");
            // The pages are the same in both widths: one follows the links.
            if (!isPhone && walk == admin)
                foreach (var link in await LinksAsync(walk))
                    links.TryAdd(link, path);
        }
        faults.AddRange(await DeadAsync(admin, links));
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Fact]
    public async Task Canary_a_page_without_labels_that_is_too_wide_is_seen()
    {
        await using var walk = await chromium.DesktopAsync(host, await host.CreateAsync());
        await walk.GoAsync("sign-in");
        await walk.Page.SetContentAsync("<html><body style='width:3000px'><input></body></html>");
        Assert.Contains((await walk.Page.RunAxe()).Violations, v => v.Id == "label");
        Assert.True(
            await walk.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > document.documentElement.clientWidth")
        );
    }

    [Fact]
    public async Task Canary_a_link_that_leads_nowhere_is_seen()
    {
        await using var walk = await chromium.DesktopAsync(host, await host.CreateAsync());
        await walk.GoAsync("sign-in");
        await walk.Page.SetContentAsync(
            $"<base href='{walk.Page.Url}'><a href='sign-in'>+</a><a href='units/export@Query'>-</a><a href='mailto:a@b.cn'>@</a>"
        );
        var links = (await LinksAsync(walk)).ToDictionary(l => l, _ => "here");
        Assert.Equal(2, links.Count);
        Assert.EndsWith("units/export@Query, on here", Assert.Single(await DeadAsync(walk, links)), StringComparison.Ordinal);
    }

    private static async Task<string[]> LinksAsync(BrowserSession walk) =>
        await walk.Page.EvaluateAsync<string[]>(
            "() => [...new Set([...document.querySelectorAll('a[href]')].filter(a "
                + "=> a.origin === location.origin).map(a => a.href.split('#')[0]))]"
        );

    private static async Task<IReadOnlyList<string>> DeadAsync(BrowserSession walk, IReadOnlyDictionary<string, string> links)
    {
        List<string> dead = [];
        foreach (var (link, page) in links)
        {
            var answer = await walk.Context.APIRequest.GetAsync(link);
            if (answer.Status != 200)
                dead.Add($"{answer.Status}: {link}, on {page}");
        }
        return dead;
    }

    /// <summary>All routes of the office's pages, each with ids of rows that are there.</summary>
    private static IEnumerable<(string Path, Right Right)> Pages(IReadOnlyDictionary<string, string> ids) =>
        from type in typeof(Program).Assembly.GetTypes()
        where type.IsAssignableTo(typeof(PortalPage))
        from route in type.GetCustomAttributes<RouteAttribute>()
        select (Fill(route.Template.TrimStart('/'), ids), type.GetCustomAttribute<NeedsAttribute>()?.Right ?? Right.OwnAccount);

    private static string Fill(string template, IReadOnlyDictionary<string, string> ids)
    {
        var segments = template.Split('/');
        var (action, of) = (segments[^1], segments.TakeWhile(s => s != "{Id:guid}").Last());
        return template
            .Replace("{Id:guid}", ids.GetValueOrDefault($"{of}/{action}") ?? ids.GetValueOrDefault(of), StringComparison.Ordinal)
            .Replace("{UnitId:guid}", ids["units"], StringComparison.Ordinal)
            .Replace("{CommitteeId:guid}", ids["committees"], StringComparison.Ordinal)
            .Replace("{GroupId:guid}", ids["groups"], StringComparison.Ordinal)
            .Replace("{SeatId:guid}", ids[action is "appoint" or "close" ? "vacant" : "held"], StringComparison.Ordinal);
    }

    private async Task<BrowserSession> WalkAsync(bool isPhone, WebDistrict district, string language, string login)
    {
        var walk = isPhone ? await chromium.PhoneAsync(host, district, script: true) : await chromium.DesktopAsync(host, district);
        await walk.SignInAsync(login);
        await walk.Context.AddCookiesAsync([
            new()
            {
                Name = ".AspNetCore.Culture",
                Value = $"c={language}|uic={language}",
                Url = new Uri(walk.Page.Url).GetLeftPart(UriPartial.Authority),
            },
        ]);
        return walk;
    }

    private async Task<Dictionary<string, string>> ArrangeAsync(WebDistrict district)
    {
        var story = await CommitteeDistrict.BeginAsync(host, district);
        var admin = await district.ScopeAsync("admin");
        var today = TimeProvider.System.GetUtcNow().ChinaDate();
        var unit = new EnterUnit.Form
        {
            Name = LongUnit,
            Kind = UnitKind.Bank,
            PlaceId = district.Community.Id,
        };
        await host.Use<EnterUnit>().RunAsync(admin, unit, Ct);
        var person = new EnterPerson.Form
        {
            UnitId = unit.UnitId,
            Name = LongName,
            Title = "党总支部委员会书记、副总经理（主持工作）",
            IsSecretary = true,
            IsLiaisonOfficer = true,
        };
        await host.Use<EnterPerson>().RunAsync(admin, person, Ct);
        var held = new AddSeat.Form
        {
            CommitteeId = story.CommitteeId,
            UnitId = unit.UnitId,
            PersonId = person.PersonId,
            Title = "兼职委员",
            From = today,
        };
        await host.Use<AddSeat>().RunAsync(admin, held, Ct);
        var vacant = new AddSeat.Form
        {
            CommitteeId = story.CommitteeId,
            Kind = SeatKind.FullTime,
            Title = "专职副书记",
            From = today,
        };
        await host.Use<AddSeat>().RunAsync(admin, vacant, Ct);
        var draft = new DraftMeeting.Form
        {
            CommitteeId = story.CommitteeId,
            Title = "第四季度联席会议",
            Day = today.AddDays(7),
            Venue = "会议室",
            ReplyByDay = today.AddDays(6),
            ContactName = "王芳",
            ContactPhone = "0411-1",
            SeatIds = [held.SeatId, vacant.SeatId],
        };
        await host.Use<DraftMeeting>().RunAsync(admin, draft, Ct);
        var meeting = draft with { MeetingId = Guid.CreateVersion7(), OperationId = Guid.CreateVersion7() };
        await host.Use<DraftMeeting>().RunAsync(admin, meeting, Ct);
        await host.Use<SendNotice>().RunAsync(admin, new() { MeetingId = meeting.MeetingId }, Ct);
        var plan = new PlanMeeting.Form
        {
            CommitteeId = story.CommitteeId,
            Title = LongUnit + "联席会议",
            FirstDay = today.AddDays(20),
            LastDay = today.AddDays(30),
        };
        await host.Use<PlanMeeting>().RunAsync(admin, plan, Ct);
        await host.Use<CollectTopics>()
            .RunAsync(
                admin,
                new()
                {
                    PlanId = plan.PlanId,
                    ExpectedVersion = 1,
                    UntilDay = today.AddDays(10),
                },
                Ct
            );
        await host.Use<EnterTopic>()
            .RunAsync(
                admin,
                new()
                {
                    PlanId = plan.PlanId,
                    Title = LongUnit + "停车场夜间开放",
                    Necessity = LongUnit,
                    Minutes = 20,
                },
                Ct
            );
        var series = new BeginSeries.Form
        {
            CommitteeId = story.CommitteeId,
            Cadence = Cadence.Monthly,
            Title = LongUnit + "联席会议",
            UsualMonth = 1,
            BegunOn = today,
        };
        await host.Use<BeginSeries>().RunAsync(admin, series, Ct);
        await host.Use<ExplainPeriod>()
            .RunAsync(
                admin,
                new()
                {
                    SeriesId = series.SeriesId,
                    FirstDay = Period.Of(Cadence.Monthly, today).FirstDay,
                    Reason = LongUnit + "防汛期间暂停",
                },
                Ct
            );
        var lead = new EnterPartyOrganization.Form
        {
            PlaceId = district.Community.Id,
            Kind = ChainKind.Committee,
            Name = LongUnit,
            Members = 31,
            AsOf = today,
        };
        await host.Use<EnterPartyOrganization>().RunAsync(admin, lead, Ct);
        var branch = new EnterPartyOrganization.Form
        {
            PlaceId = district.Community.Id,
            Kind = ChainKind.Branch,
            Name = "第一党支部",
            SuperiorId = lead.OrganizationId,
            Members = 30,
            AsOf = today,
        };
        await host.Use<EnterPartyOrganization>().RunAsync(admin, branch, Ct);
        var nomination = new NominateMember.Form
        {
            CommitteeId = story.CommitteeId,
            Kind = SeatKind.Individual,
            SeatTitle = "个人委员",
            Way = SelectionWay.MembersRecommended,
            On = today,
            PersonId = (await host.Use<FindPeople>().AskAsync(admin, new(CommitteeDistrict.Successor, null), Ct))[0].PersonId,
        };
        await host.Use<NominateMember>().RunAsync(admin, nomination, Ct);
        var renewal = new OpenRenewal.Form
        {
            CommitteeId = story.CommitteeId,
            ExpectedVersion = (await host.Use<SeeTerms>().AskAsync(admin, story.CommitteeId, Ct)).RowVersion,
            On = today,
        };
        await host.Use<OpenRenewal>().RunAsync(admin, renewal, Ct);
        var group = new CreateGroup.Form
        {
            CommitteeId = story.CommitteeId,
            Name = "社区建设组",
            On = today,
            SeatIds = [held.SeatId],
            LeaderId = held.SeatId,
        };
        await host.Use<CreateGroup>().RunAsync(admin, group, Ct);
        var prepared = new PrepareCommittee.Form
        {
            Kind = CommitteeKind.BigParty,
            PlaceId = district.Community.Id,
            Name = LongUnit,
            On = today,
        };
        await host.Use<PrepareCommittee>().RunAsync(admin, prepared, Ct);
        var document = new AddLibraryDocument.Form
        {
            CommitteeId = story.CommitteeId,
            DocumentKind = "章程",
            Title = LongUnit + "章程",
            FullText = "第一条 总则\n\n第二条 职责",
            AdoptedOn = today,
            AdoptedBy = "第一次全体会议",
            From = today,
            File = await CheckedUpload.ReadAsync(host.Use<ReaderPool>(), admin, LongUnit + ".txt", "第一条 总则"u8.ToArray(), Ct),
        };
        await host.Use<AddLibraryDocument>().RunAsync(admin, document, Ct);
        var minuted = await story.HeldAsync(host);
        await host.Use<BeginMinutes>().RunAsync(admin, new() { MeetingId = minuted }, Ct);
        var resolution = new MakeResolution.Form
        {
            CommitteeId = story.CommitteeId,
            MeetingId = minuted,
            Matter = "工作日晚间开放内部车位",
            LeadUnitId = unit.UnitId,
            ContactName = "王芳",
        };
        await host.Use<MakeResolution>().RunAsync(admin, resolution, Ct);
        var accounts = await host.Use<ListAccounts>().AskAsync(admin, new(), Ct);
        return new()
        {
            ["committees"] = story.CommitteeId.ToString(),
            ["groups"] = group.GroupId.ToString(),
            ["prepared"] = prepared.CommitteeId.ToString(),
            ["held"] = held.SeatId.ToString(),
            ["vacant"] = vacant.SeatId.ToString(),
            ["units"] = unit.UnitId.ToString(),
            ["people"] = person.PersonId.ToString(),
            ["cross-appointments"] = unit.UnitId.ToString(),
            ["meetings"] = meeting.MeetingId.ToString(),
            ["meetings/edit"] = draft.MeetingId.ToString(),
            ["meetings/minutes"] = minuted.ToString(),
            ["plans"] = plan.PlanId.ToString(),
            ["resolutions"] = resolution.ResolutionId.ToString(),
            ["series"] = series.SeriesId.ToString(),
            ["places"] = district.Community.Id.ToString(),
            ["organizations"] = lead.OrganizationId.ToString(),
            ["nominations"] = nomination.NominationId.ToString(),
            ["renewals"] = renewal.RenewalId.ToString(),
            ["library"] = document.DocumentId.ToString(),
            ["accounts"] = accounts.Rows.First(a => a.Login == "clerk").Id.ToString(),
        };
    }
}
