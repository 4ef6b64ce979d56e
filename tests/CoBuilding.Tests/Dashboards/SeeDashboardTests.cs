using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Committees.Lifecycle;
using CoBuilding.Committees.Rosters;
using CoBuilding.Committees.Seats;
using CoBuilding.Dashboards;
using CoBuilding.Data;
using CoBuilding.Meetings;
using CoBuilding.Meetings.Attendance;
using CoBuilding.Meetings.Facts;
using CoBuilding.Meetings.Replies;
using CoBuilding.Minutes;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Dashboards;

public class SeeDashboardTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task The_figures_count_what_the_use_cases_made()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var clerk = await district.ClerkAsync(district.Street1);
        var committee = await district.CommitteeAsync(district.Street1);
        await district.CommitteeAsync(district.Community1, CommitteeKind.BigParty);
        var members = new List<Guid>();
        foreach (var name in new[] { "甲", "乙", "丙" })
            members.Add((await district.MemberAsync(committee, district.Community1, name)).Seat);
        await district
            .Use<AddSeat>()
            .RunAsync(
                district.Admin,
                new()
                {
                    CommitteeId = committee,
                    Kind = SeatKind.FullTime,
                    Title = "主任",
                    From = district.Today,
                },
                Ct
            );
        var meeting = await district.MeetingAsync(clerk, committee, [.. members]);
        var board = await district.Use<SeeMeetingAsHost>().AskAsync(clerk, meeting, Ct);
        await district
            .Use<RecordReply>()
            .RunAsync(
                clerk,
                new()
                {
                    InvitationId = board.Rows[0].InvitationId,
                    Reply = Reply.Attend,
                    ToldBy = "张三",
                },
                Ct
            );
        await district
            .Use<RecordReply>()
            .RunAsync(
                clerk,
                new()
                {
                    InvitationId = board.Rows[1].InvitationId,
                    Reply = Reply.Leave,
                    LeaveReason = "出差",
                    ToldBy = "李四",
                },
                Ct
            );

        var dashboard = await district.Use<SeeDashboard>().AskAsync(district.Admin, Ct);

        Assert.Equal((1, 2), Covered(CommitteeKind.BigWorking));
        Assert.Equal((1, 3), Covered(CommitteeKind.BigParty)); // the village does not count
        Assert.Equal((0, 1), Covered(CommitteeKind.Guidance));
        Assert.Equal(
            [
                ("Dashboards.QuotaFit", new SeeDashboard.Ratio(0, 2)),
                ("Dashboards.VacantSeats", new SeeDashboard.Ratio(1, 4)),
                ("Dashboards.MutualUnits", new SeeDashboard.Ratio(0, 3)),
            ],
            dashboard.Figures.Select(f => (f.Key, f.Ratio))
        );
        var quarter = dashboard.ThisQuarter;
        Assert.Equal(
            (0, 1, 3, 1, 0, 1, 1),
            (quarter.Held, quarter.Coming, quarter.Due, quarter.Attending, quarter.Substitutes, quarter.Leave, quarter.Unanswered)
        );
        Assert.Equal(0, dashboard.LastQuarter.Due);
        Assert.Equal(
            [("Dashboards.Waits_RepliesMissing", meeting, 1), ("Dashboards.Waits_Vacancies", committee, 1)],
            dashboard.Matters.Select(a => (a.Key, a.SubjectId, a.Count))
        );

        var toDo = Assert.Single((await district.Use<ListToDos>().AskAsync(clerk, Ct)).First);
        Assert.Equal((AttendanceToDos.AskReplies, 1), (toDo.Kind, toDo.Count));
        var uncovered = await district.Use<ListUncovered>().AskAsync(district.Admin, new() { Kind = CommitteeKind.BigWorking }, Ct);
        Assert.Equal("西街道", Assert.Single(uncovered.Rows).Name);

        district.Clock.Advance(TimeSpan.FromDays(7.5));
        var toDos = await district.Use<ListToDos>().AskAsync(await district.SignInAsync("clerk" + district.Street1.Code), Ct);
        Assert.Equal([(AttendanceToDos.MarkAttendance, 2), (MinutesToDos.WriteMinutes, 0)], toDos.First.Select(t => (t.Kind, t.Count)));

        (int, int) Covered(CommitteeKind kind)
        {
            var row = dashboard.Coverage.Single(c => c.Kind == kind);
            return (row.Established, row.Places);
        }
    }

    [Fact]
    public async Task A_term_waits_for_action_from_half_a_year_before_its_end()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var (soon, later) = (district.Today.AddMonths(6), district.Today.AddMonths(6).AddDays(1));
        foreach (var (place, end) in new[] { (district.Street1, soon), (district.Street2, later) })
            await district
                .Use<EstablishCommittee>()
                .RunAsync(
                    district.Admin,
                    new()
                    {
                        Kind = CommitteeKind.BigWorking,
                        PlaceId = place.Id,
                        Name = place.Name,
                        EstablishedOn = district.Today.AddYears(-1),
                        TermEndsOn = end,
                    },
                    Ct
                );
        var actions = (await district.Use<SeeDashboard>().AskAsync(district.Admin, Ct)).Matters.Where(a =>
            a.Key == "Dashboards.Waits_TermEnding"
        );
        Assert.Equal((district.Street1.Name, soon), actions.Select(a => (a.Title, a.By!.Value)).Single());
    }

    [Fact]
    public async Task The_first_of_each_kind_wait_the_nearest_deadline_first()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        List<Guid> committees = [];
        foreach (
            var (place, kind, months) in new[]
            {
                (district.Street1, CommitteeKind.BigWorking, 4),
                (district.Street2, CommitteeKind.BigWorking, 2),
                (district.Street1, CommitteeKind.Consortium, 6),
                (district.Street2, CommitteeKind.Consortium, 3),
                (district.Community1, CommitteeKind.BigParty, 1),
                (district.Community2, CommitteeKind.BigParty, 5),
            }
        )
        {
            var form = new EstablishCommittee.Form
            {
                Kind = kind,
                PlaceId = place.Id,
                Name = $"{months}",
                EstablishedOn = district.Today.AddYears(-1),
                TermEndsOn = district.Today.AddMonths(months),
            };
            await district.Use<EstablishCommittee>().RunAsync(district.Admin, form, Ct);
            committees.Add(form.CommitteeId);
        }
        foreach (var (committee, seats) in new[] { (committees[0], 1), (committees[4], 2) })
            for (var n = 0; n < seats; n++)
                await district
                    .Use<AddSeat>()
                    .RunAsync(
                        district.Admin,
                        new()
                        {
                            CommitteeId = committee,
                            Kind = SeatKind.FullTime,
                            Title = "主任",
                            From = district.Today,
                        },
                        Ct
                    );
        var actions = (await district.Use<SeeDashboard>().AskAsync(district.Admin, Ct)).Matters;
        Assert.Equal(["1", "2", "3", "4", "5", "1", "4"], actions.Select(a => a.Title));
        Assert.Equal([2, 1], actions.Where(a => a.Key == "Dashboards.Waits_Vacancies").Select(a => a.Count));
    }

    [Fact]
    public async Task Figures_and_actions_take_one_statement_each()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var statements = await StatementCounter.OfAsync(() => district.Use<SeeDashboard>().AskAsync(district.Admin, Ct));
        Assert.Equal(11, statements); // the door, the setting, coverage 3, figures, quarters 2 each, actions
    }
}
