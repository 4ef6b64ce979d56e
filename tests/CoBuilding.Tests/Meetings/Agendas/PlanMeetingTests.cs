using CoBuilding.Access;
using CoBuilding.Committees.Lifecycle;
using CoBuilding.Committees.Rosters;
using CoBuilding.Committees.Seats;
using CoBuilding.Meetings.Agendas;
using CoBuilding.Meetings.Calling;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Meetings.Agendas;

public class PlanMeetingTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task A_plan_lives_from_planned_through_collecting_and_reviewing_to_called()
    {
        var (district, committee, member) = await PlansFixture.CreateAsync(cluster);
        var plan = await district.PlanAsync(district.Admin, committee);
        Assert.Equal(PlanState.Planned, (await PlansFixture.SeeAsync(district, plan)).State);
        await PlansFixture.CollectAsync(district, plan, 5);
        Assert.Equal(PlanState.Collecting, (await PlansFixture.SeeAsync(district, plan)).State);
        district.Clock.Advance(TimeSpan.FromDays(6));
        var admin = await district.SignInAsync("admin");
        Assert.Equal(PlanState.Reviewing, (await district.Use<SeePlan>().AskAsync(admin, plan, Ct)).State);
        var meeting = district.MeetingForm(committee, member.Seat) with { PlanId = plan };
        await district.Use<DraftMeeting>().RunAsync(admin, meeting, Ct);
        var called = await district.Use<SeePlan>().AskAsync(admin, plan, Ct);
        Assert.Equal((PlanState.Called, (Guid?)meeting.MeetingId), (called.State, called.Plan.MeetingId));
        Assert.Equal(
            PlanState.Called,
            Assert.Single((await district.Use<ListPlans>().AskAsync(admin, new() { State = PlanState.Called }, Ct)).Rows).State
        );
    }

    [Fact]
    public async Task A_plan_needs_a_body_that_stands_somebody_to_ask_and_a_deadline_before_its_last_day()
    {
        var (district, committee, member) = await PlansFixture.CreateAsync(cluster);
        var plan = await district.PlanAsync(district.Admin, committee);
        await RuleAssert.BrokenAsync("Plans.DeadlineAfterMeeting", () => PlansFixture.CollectAsync(district, plan, 15));
        await PlansFixture.CollectAsync(district, plan, 12);
        var seen = await PlansFixture.SeeAsync(district, plan);
        var earlier = new PlanMeeting.Form
        {
            PlanId = plan,
            ExpectedVersion = seen.RowVersion,
            CommitteeId = committee,
            Title = "提前",
            FirstDay = district.Today.AddDays(5),
            LastDay = district.Today.AddDays(6),
        };
        await RuleAssert.BrokenAsync("Plans.DeadlineAfterMeeting", () => district.Use<PlanMeeting>().RunAsync(district.Admin, earlier, Ct));

        var empty = await district.PlanAsync(district.Admin, await district.CommitteeAsync(district.Street2));
        await RuleAssert.BrokenAsync("Plans.NobodyToAsk", () => PlansFixture.CollectAsync(district, empty, 5));
        await district
            .Use<SuspendSeat>()
            .RunAsync(
                district.Admin,
                new()
                {
                    SeatId = member.Seat,
                    ExpectedVersion = 1,
                    From = district.Today,
                    Reason = "单位搬迁",
                },
                Ct
            );
        var suspended = await district.PlanAsync(district.Admin, committee);
        await RuleAssert.BrokenAsync("Plans.NobodyToAsk", () => PlansFixture.CollectAsync(district, suspended, 5));

        var roster = await district.Use<SeeRoster>().AskAsync(district.Admin, committee, null, null, Ct);
        await district
            .Use<DissolveCommittee>()
            .RunAsync(
                district.Admin,
                new()
                {
                    CommitteeId = committee,
                    ExpectedVersion = roster.RowVersion,
                    On = district.Today,
                    Reason = "合并",
                },
                Ct
            );
        await RuleAssert.BrokenAsync("Committees.AlreadyDissolved", () => district.PlanAsync(district.Admin, committee));
        await RuleAssert.BrokenAsync(
            "Committees.AlreadyDissolved",
            () => district.Use<DraftMeeting>().RunAsync(district.Admin, district.MeetingForm(committee, member.Seat), Ct)
        );
    }
}
