using CoBuilding.Committees;
using CoBuilding.Dashboards;
using CoBuilding.Meetings;
using CoBuilding.Meetings.Attendance;
using CoBuilding.Meetings.Minutes;
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
        Assert.Equal(new SeeDashboard.Ratio(0, 2), dashboard.QuotaFit);
        Assert.Equal(new SeeDashboard.Ratio(1, 4), dashboard.VacantSeats);
        var quarter = dashboard.ThisQuarter;
        Assert.Equal(
            (0, 1, 3, 1, 0, 1, 1),
            (quarter.Held, quarter.Coming, quarter.Due, quarter.Attending, quarter.Substitutes, quarter.Leave, quarter.Unanswered)
        );
        Assert.Equal(0, dashboard.LastQuarter.Due);
        Assert.Equal(SeeDashboard.ActionKind.RepliesMissing, dashboard.Actions[0].Kind);

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
        var actions = (await district.Use<SeeDashboard>().AskAsync(district.Admin, Ct)).Actions.Where(a =>
            a.Kind == SeeDashboard.ActionKind.TermEnding
        );
        Assert.Equal((district.Street1.Name, soon), actions.Select(a => (a.Title, a.By!.Value)).Single());
    }
}
