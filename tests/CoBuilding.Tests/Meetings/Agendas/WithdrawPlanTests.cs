using CoBuilding.Access;
using CoBuilding.Meetings.Agendas;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Meetings.Agendas;

public class WithdrawPlanTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task A_withdrawn_plan_says_why_to_who_proposed_and_takes_no_more()
    {
        var (district, committee, _) = await PlansFixture.CreateAsync(cluster);
        var plan = await district.PlanAsync(district.Admin, committee);
        await PlansFixture.CollectAsync(district, plan, 5);
        var link = district.Link(Assert.Single(await PlansFixture.LinksAsync(district, plan)).Token);
        await district.Use<ProposeTopic>().RunAsync(link, new() { Title = "共享停车场" }, Ct);
        await district
            .Use<WithdrawPlan>()
            .RunAsync(
                district.Admin,
                new()
                {
                    PlanId = plan,
                    ExpectedVersion = (await PlansFixture.SeeAsync(district, plan)).RowVersion,
                    Reason = "与下季度合开",
                },
                Ct
            );
        var shown = await district.Use<SeeTopicCall>().AskAsync(link, null, Ct);
        Assert.Equal((PlanState.Withdrawn, "与下季度合开", "共享停车场"), (shown.State, shown.Reason, Assert.Single(shown.Topics).Title));
        await RuleAssert.BrokenAsync(
            "Plans.NotCollecting",
            () => district.Use<ProposeTopic>().RunAsync(link, new() { Title = "再提" }, Ct)
        );
        await RuleAssert.BrokenAsync(
            "Plans.IsOver",
            async () =>
                await district
                    .Use<WithdrawPlan>()
                    .RunAsync(
                        district.Admin,
                        new()
                        {
                            PlanId = plan,
                            ExpectedVersion = (await PlansFixture.SeeAsync(district, plan)).RowVersion,
                            Reason = "再撤",
                        },
                        Ct
                    )
        );
    }
}
