using System.Net;
using System.Text.RegularExpressions;
using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Committees.Lifecycle;
using CoBuilding.Committees.Seats;
using CoBuilding.Meetings.Calling;
using CoBuilding.Minutes;
using CoBuilding.Resolutions;
using CoBuilding.Units;
using CoBuilding.Web.Links;
using CoBuilding.Web.Tests.House;

namespace CoBuilding.Web.Tests.Links;

/// <summary>All that concerns a unit on one page without script.</summary>
public sealed partial class MyUnitPageTests(PortalHost host)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_secretary_sees_what_concerns_the_unit_in_one_small_page_and_says_with_one_tap_how_far_it_is()
    {
        var (district, resolution) = await BeginAsync();
        var browser = await district.SignInAsync("secretary");
        var page = await browser.ReadAsync($"/{district.Slug}/own");
        Assert.InRange(page.Length, 1_000, 15_000);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        foreach (var text in new[] { "第四季度联席会议", "开放车位", "权利", "义务" })
            Assert.Contains(text, page, StringComparison.Ordinal);

        var form = TaskForm().Match(page);
        var answer = await browser.SendAsync(
            $"/{district.Slug}/own",
            form.Groups[1].Value,
            ("operation", form.Groups[2].Value),
            ("action", "Acknowledged")
        );
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal(
            ResolutionState.Underway,
            (await host.Use<SeeResolution>().AskAsync(await district.ScopeAsync("admin"), resolution, Ct)).Row.State
        );
    }

    [Fact]
    public void Its_parts_stand_by_position_and_each_names_its_section()
    {
        var parts = host.Use<IEnumerable<IMyUnitPart>>().OrderBy(p => p.Position).ToList();
        Assert.Equal(["MyInvitations", "MyTopicCalls", "MyTasks", "MyMinutes"], parts.Select(p => p.GetType().Name[..^"Part".Length]));
        Assert.Equal(parts.Count, parts.DistinctBy(p => p.Position).Count());
        Assert.All(parts, p => Assert.Equal(typeof(MyUnitSection<>), p.Section.BaseType!.GetGenericTypeDefinition()));
    }

    [Fact]
    public async Task Nobody_else_sees_it()
    {
        var (district, _) = await BeginAsync();
        await district.ClerkAsync("clerk");
        Assert.Equal(HttpStatusCode.NotFound, (await (await district.SignInAsync("clerk")).GetAsync($"/{district.Slug}/own")).StatusCode);
        var visitor = await host.Browse().GetAsync($"/{district.Slug}/own");
        Assert.Contains(
            "sign-in",
            visitor.Headers.Location?.ToString() ?? visitor.RequestMessage!.RequestUri!.ToString(),
            StringComparison.Ordinal
        );
    }

    /// <summary>The unit of the account "secretary" is invited and asked to see to something.</summary>
    private async Task<(WebDistrict District, Guid Resolution)> BeginAsync()
    {
        var district = await host.CreateAsync();
        await district.SecretaryAsync("secretary");
        var admin = await district.ScopeAsync("admin");
        var today = CoBuilding.Texts.ChinaTime.ChinaDate(TimeProvider.System.GetUtcNow());
        var committee = new EstablishCommittee.Form
        {
            Kind = CommitteeKind.BigWorking,
            PlaceId = district.Street.Id,
            Name = "大工委",
            EstablishedOn = today.AddYears(-1),
        };
        await host.Use<EstablishCommittee>().RunAsync(admin, committee, Ct);
        var unit = (await host.Use<ListUnits>().AskAsync(admin, new(), Ct)).Rows.Single();
        var post = (await host.Use<SeeUnit>().AskAsync(admin, unit.Id, Ct)).Posts.Single();
        var seat = new AddSeat.Form
        {
            CommitteeId = committee.CommitteeId,
            UnitId = unit.Id,
            PersonId = post.PersonId,
            Title = "兼职委员",
            From = today,
        };
        await host.Use<AddSeat>().RunAsync(admin, seat, Ct);
        var meeting = new DraftMeeting.Form
        {
            CommitteeId = committee.CommitteeId,
            Title = "第四季度联席会议",
            Day = today.AddDays(7),
            Venue = "会议室",
            ReplyByDay = today.AddDays(6),
            ContactName = "王芳",
            ContactPhone = "0411-1",
            SeatIds = [seat.SeatId],
        };
        await host.Use<DraftMeeting>().RunAsync(admin, meeting, Ct);
        await host.Use<SendNotice>().RunAsync(admin, new() { MeetingId = meeting.MeetingId }, Ct);
        var resolution = new MakeResolution.Form
        {
            CommitteeId = committee.CommitteeId,
            Matter = "开放车位",
            LeadUnitId = unit.Id,
        };
        await host.Use<MakeResolution>().RunAsync(admin, resolution, Ct);
        return (district, resolution.ResolutionId);
    }

    [GeneratedRegex("""action="([^"]*/tasks/[^"]+)">.*?name="operation" value="([^"]+)""", RegexOptions.Singleline)]
    private static partial Regex TaskForm();
}
