using CoBuilding.Contracts;
using CoBuilding.Dashboards;
using CoBuilding.Data;
using CoBuilding.Meetings;
using CoBuilding.Meetings.Plans;
using CoBuilding.Meetings.Series;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Meetings.Series;

public class ExplainPeriodTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task A_missed_period_is_shown_with_its_reason_and_no_meeting_is_made()
    {
        var (district, clerk, committee) = await SeriesFixture.OfficeAsync(cluster);
        var series = await SeriesFixture.BeginAsync(district, clerk, committee, begun: new(2026, 7, 1));
        var missed = (await district.Use<SeeSeries>().AskAsync(clerk, series, Ct)).Periods[0];
        Assert.Equal((PeriodState.Missed, null), (missed.State, missed.Reason));
        await SeriesFixture.ExplainAsync(district, clerk, series, "防汛期间暂停", missed);
        var told = (await district.Use<SeeSeries>().AskAsync(clerk, series, Ct)).Periods[0];
        Assert.Equal((PeriodState.Missed, "防汛期间暂停"), (told.State, told.Reason));
        await Assert.ThrowsAsync<Stale>(() => SeriesFixture.ExplainAsync(district, clerk, series, "旧页面", missed));
        await SeriesFixture.ExplainAsync(district, clerk, series, "防汛期间暂停，议题并入下季度", told);
        Assert.Equal("防汛期间暂停，议题并入下季度", (await district.Use<SeeSeries>().AskAsync(clerk, series, Ct)).Periods[0].Reason);
        Assert.Empty((await district.Use<ListMeetings>().AskAsync(clerk, new(), Ct)).Rows);
        Assert.Empty((await district.Use<ListPlans>().AskAsync(clerk, new(), Ct)).Rows);
    }

    [Fact]
    public async Task There_is_one_to_do_per_period_until_it_is_planned_or_left_out_for_a_reason()
    {
        var (district, clerk, committee) = await SeriesFixture.OfficeAsync(cluster);
        var series = await SeriesFixture.BeginAsync(district, clerk, committee);
        var todo = Assert.Single(await ToDosAsync());
        Assert.Equal(
            (series, "2026年第四季度联席会议", new DateOnly(2026, 10, 1), false),
            (todo.SubjectId, todo.Title, todo.PeriodFrom, todo.IsOverdue)
        );
        var plan = await district.PlanAsync(clerk, committee);
        Assert.Empty(await ToDosAsync());
        await district
            .Use<WithdrawPlan>()
            .RunAsync(
                clerk,
                new()
                {
                    PlanId = plan,
                    ExpectedVersion = 1,
                    Reason = "改期",
                },
                Ct
            );
        Assert.Single(await ToDosAsync());
        await SeriesFixture.ExplainAsync(district, clerk, series, "并入年度会议");
        Assert.Empty(await ToDosAsync());
        Assert.Equal(PeriodState.LeftOut, await SeriesFixture.StateAsync(district, clerk, series));

        async Task<IReadOnlyList<ToDo>> ToDosAsync() =>
            [.. (await district.Use<ListToDos>().AskAsync(clerk, Ct)).First.Where(t => t.Kind == SeriesToDos.PrepareMeeting)];
    }
}
