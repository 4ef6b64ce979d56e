using CoBuilding.Committees;
using CoBuilding.Data;
using CoBuilding.Meetings.Agendas;
using CoBuilding.Meetings.Calling;
using CoBuilding.Tests.House;
using CoBuilding.Tests.Meetings.Series;

namespace CoBuilding.Tests.Meetings.Calling;

public class SeeMeetingPreparationTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task Preparing_offers_title_kind_workdays_and_the_topics_that_came_before_no_meeting()
    {
        var (district, clerk, committee) = await SeriesFixture.OfficeAsync(cluster);
        var member = await district.MemberAsync(committee, district.Street1, "甲单位");
        await district.ResolutionAsync(clerk, committee, member.Unit);
        var earlier = await district.PlanAsync(clerk, committee);
        await district
            .Use<EnterTopic>()
            .RunAsync(
                clerk,
                new()
                {
                    PlanId = earlier,
                    Title = "夜间开放停车场",
                    Necessity = "车位紧张",
                    Minutes = 20,
                },
                Ct
            );
        await district
            .Use<WithdrawPlan>()
            .RunAsync(
                clerk,
                new()
                {
                    PlanId = earlier,
                    ExpectedVersion = 1,
                    Reason = "改期",
                },
                Ct
            );
        var series = await SeriesFixture.BeginAsync(district, clerk, committee);
        district.Clock.Advance(TimeSpan.FromHours(1));
        var prepared = await district.Use<SeeMeetingPreparation>().AskAsync(clerk, series, null, Ct);
        Assert.Equal(
            ("2026年第四季度联席会议", SeriesFixture.Day("2026-12-01"), SeriesFixture.Day("2026-12-31")),
            (prepared.Title, prepared.FirstDay, prepared.LastDay)
        );
        Assert.Equal(["夜间开放停车场"], prepared.Open.Select(t => t.Title));
        var matter = Assert.Single(Assert.Single(prepared.Openings).Matters);
        Assert.Equal(
            ("工作日晚间开放二十个车位", "甲单位", "Resolutions.ResolutionState_Asked"),
            (matter.Matter, matter.Lead, matter.State)
        );

        var form = new PlanMeeting.Form
        {
            CommitteeId = prepared.CommitteeId,
            KindId = prepared.KindId,
            Title = prepared.Title,
            FirstDay = prepared.FirstDay,
            LastDay = prepared.LastDay,
            CarriedTopicIds = [.. prepared.Open.Select(t => t.TopicId)],
        };
        await district.Use<PlanMeeting>().RunAsync(clerk, form, Ct);
        var topic = Assert.Single((await district.Use<SeePlan>().AskAsync(clerk, form.PlanId, Ct)).Topics);
        Assert.Equal(("夜间开放停车场", "车位紧张", 20, TopicState.Proposed), (topic.Title, topic.Necessity, topic.Minutes, topic.State));
        Assert.Empty((await district.Use<SeeMeetingPreparation>().AskAsync(clerk, series, new(2026, 10, 1), Ct)).Open); // taken up already
        var foreign = await district.PlanAsync(clerk, await district.CommitteeAsync(district.Street1, CommitteeKind.Coordination));
        await district.Use<EnterTopic>().RunAsync(clerk, new() { PlanId = foreign, Title = "别的机构的议题" }, Ct);
        var other = (await district.Use<SeePlan>().AskAsync(clerk, foreign, Ct)).Topics[0].Id;
        await Assert.ThrowsAsync<NotFound>(() =>
            district
                .Use<PlanMeeting>()
                .RunAsync(
                    clerk,
                    form with
                    {
                        PlanId = Guid.CreateVersion7(),
                        OperationId = Guid.CreateVersion7(),
                        CarriedTopicIds = [other],
                    },
                    Ct
                )
        );
    }
}
