using System.Globalization;
using System.Text.RegularExpressions;
using CoBuilding.Access;
using CoBuilding.Committees.Seats;
using CoBuilding.Meetings;
using CoBuilding.Meetings.Agendas;
using CoBuilding.Meetings.Attendance;
using CoBuilding.Meetings.Calling;
using CoBuilding.Meetings.Facts;
using CoBuilding.Meetings.Messages;
using CoBuilding.Minutes;
using CoBuilding.Resolutions;
using CoBuilding.Texts;
using CoBuilding.Units;
using CoBuilding.Web.Tests.House;
using CoBuilding.Web.Tests.Pages.Committees.Rosters;
using Microsoft.AspNetCore.Routing;
using Npgsql;

namespace CoBuilding.Web.Tests.Forms;

/// <summary>
/// A unit that is invited, asked for topics, to countersign and to see to something, by links and by its secretary's account: every form of
/// the portal has a page.
/// </summary>
internal sealed partial class AskedUnitFixture
{
    private readonly Dictionary<string, string> values = [];

    private AskedUnitFixture(PortalHost host, WebDistrict district) => (Host, District) = (host, district);

    public PortalHost Host { get; }
    public WebDistrict District { get; }
    public Guid Resolution { get; private set; }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<AskedUnitFixture> CreateAsync(PortalHost host)
    {
        var district = await host.CreateAsync();
        await district.SecretaryAsync("secretary");
        var asked = new AskedUnitFixture(host, district);
        await asked.AskAsync(await district.ScopeAsync("admin"));
        return asked;
    }

    /// <summary>The endpoint's address, with what it names where it is known here.</summary>
    public string PathOf(RouteEndpoint endpoint) => PathOf(endpoint.RoutePattern.RawText!);

    public string PathOf(string pattern) =>
        $"/{District.Slug}"
        + Parameter()
            .Replace(
                pattern,
                p => values.GetValueOrDefault(pattern, p.Value.Contains("id", StringComparison.Ordinal) ? Guid.Empty.ToString() : "nowhere")
            );

    public async Task<long> JournaledAsync()
    {
        await using var connection = new NpgsqlConnection(Host.OwnerConnection);
        await connection.OpenAsync(Ct);
        await using var count = new NpgsqlCommand(
            "SELECT (SELECT count(*) FROM journal WHERE tenant_id = $1) + (SELECT count(*) FROM links WHERE tenant_id = $1)",
            connection
        );
        count.Parameters.Add(new() { Value = District.Id });
        return Convert.ToInt64(await count.ExecuteScalarAsync(Ct), CultureInfo.InvariantCulture);
    }

    private async Task AskAsync(Scope admin)
    {
        var committee = await Host.CommitteeAsync(admin, District.Street);
        var unit = (await Host.Use<ListUnits>().AskAsync(admin, new(), Ct)).Rows.Single();
        var person = (await Host.Use<SeeUnit>().AskAsync(admin, unit.Id, Ct)).Posts.Single().PersonId;
        var seat = new AddSeat.Form
        {
            CommitteeId = committee,
            UnitId = unit.Id,
            PersonId = person,
            Title = "兼职委员",
            From = RosterFixture.Today.AddMonths(-1),
        };
        await Host.Use<AddSeat>().RunAsync(admin, seat, Ct);

        var meeting = await InviteAsync(admin, committee, seat.SeatId, RosterFixture.Today.AddDays(7), new TimeOnly(14, 0));
        var invitation = (await Host.Use<MakeLinks>().RunAsync(admin, new() { MeetingId = meeting }, Ct))[0];
        Know("/a/{token}", invitation.Token, "/invitations/{id:guid}", invitation.InvitationId);
        values["/meetings/{id:guid}/notices"] = meeting.ToString();

        var plan = new PlanMeeting.Form
        {
            CommitteeId = committee,
            Title = "议题征集",
            FirstDay = RosterFixture.Today.AddDays(10),
            LastDay = RosterFixture.Today.AddDays(14),
        };
        await Host.Use<PlanMeeting>().RunAsync(admin, plan, Ct);
        await Host.Use<CollectTopics>()
            .RunAsync(
                admin,
                new()
                {
                    PlanId = plan.PlanId,
                    ExpectedVersion = 1,
                    UntilDay = RosterFixture.Today.AddDays(5),
                },
                Ct
            );
        var call = (await Host.Use<MakeTopicLinks>().RunAsync(admin, new() { PlanId = plan.PlanId }, Ct))[0];
        var secretary = await District.ScopeAsync("secretary");
        Know(
            "/t/{token}",
            call.Token,
            "/topics/{id:guid}",
            (await Host.Use<ListMyUnitTopicCalls>().AskAsync(secretary, new(), Ct)).Rows.Single().CallId
        );

        var resolution = new MakeResolution.Form
        {
            CommitteeId = committee,
            Matter = "开放车位",
            LeadUnitId = unit.Id,
        };
        await Host.Use<MakeResolution>().RunAsync(admin, resolution, Ct);
        var task = (await Host.Use<MakeTaskLinks>().RunAsync(admin, new() { ResolutionId = resolution.ResolutionId }, Ct))[0];
        Know("/r/{token}", task.Token, "/tasks/{id:guid}", Resolution = resolution.ResolutionId);

        await CountersignAsync(admin, committee, seat.SeatId);
    }

    /// <summary>Minutes of a meeting that is about to begin.</summary>
    private async Task CountersignAsync(Scope admin, Guid committee, Guid seat)
    {
        var soon = TimeProvider.System.GetUtcNow().ToChina().AddMinutes(10);
        if (soon.Hour == 23 && soon.Minute > 50)
            soon = soon.Date.AddDays(1); // an hour of its own before midnight
        var meeting = await InviteAsync(admin, committee, seat, DateOnly.FromDateTime(soon), TimeOnly.FromDateTime(soon));
        var board = await Host.Use<SeeMeetingAsHost>().AskAsync(admin, meeting, Ct);
        await Host.Use<MarkPresence>()
            .RunAsync(admin, new() { MeetingId = meeting, Marks = [new(board.Rows.Single().InvitationId, Presence.Present)] }, Ct);
        await Host.Use<BeginMinutes>().RunAsync(admin, new() { MeetingId = meeting }, Ct);
        var begun = await Host.Use<SeeMinutes>().AskAsync(admin, meeting, Ct);
        await Host.Use<SaveMinutesText>()
            .RunAsync(
                admin,
                new()
                {
                    ItemId = begun.Text.Items[0].Id,
                    ExpectedVersion = 1,
                    Said = "同意",
                    Consensus = Consensus.Agreed,
                },
                Ct
            );
        var written = await Host.Use<SeeMinutes>().AskAsync(admin, meeting, Ct);
        await Host.Use<SendMinutes>()
            .RunAsync(admin, new() { MinutesId = written.MinutesId!.Value, ExpectedVersion = written.RowVersion }, Ct);
        var made = (await Host.Use<MakeCountersignLinks>().RunAsync(admin, new() { MinutesId = written.MinutesId.Value }, Ct))[0];
        Know("/c/{token}", made.Token, "/countersigns/{id:guid}", made.CountersignId);
    }

    private async Task<Guid> InviteAsync(Scope admin, Guid committee, Guid seat, DateOnly day, TimeOnly start)
    {
        var form = new DraftMeeting.Form
        {
            CommitteeId = committee,
            Title = "第四季度联席会议",
            Day = day,
            Start = start,
            End = new TimeOnly(23, 59),
            Venue = "会议室",
            ReplyByDay = day,
            ReplyByTime = start.AddMinutes(start > new TimeOnly(0, 2) ? -2 : 0),
            ContactName = "王芳",
            ContactPhone = "0411-1",
            SeatIds = [seat],
            Agenda = [new() { Topic = "停车难" }],
        };
        await Host.Use<DraftMeeting>().RunAsync(admin, form, Ct);
        await Host.Use<SendNotice>().RunAsync(admin, new() { MeetingId = form.MeetingId }, Ct);
        return form.MeetingId;
    }

    private void Know(string byLink, string token, string own, Guid id) => (values[byLink], values[own]) = (token, id.ToString());

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameter();
}
