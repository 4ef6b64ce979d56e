using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Meetings.Agendas;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Meetings.Agendas;

public class MakeTopicLinksTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task Links_for_topics_live_until_the_last_day_wherever_it_moves()
    {
        var (district, committee, _) = await PlansFixture.CreateAsync(cluster);
        var plan = await district.PlanAsync(district.Admin, committee);
        await PlansFixture.CollectAsync(district, plan, 2);
        var link = district.Link(Assert.Single(await PlansFixture.LinksAsync(district, plan)).Token);
        var seen = await PlansFixture.SeeAsync(district, plan);
        await district
            .Use<PlanMeeting>()
            .RunAsync(
                district.Admin,
                new()
                {
                    PlanId = plan,
                    ExpectedVersion = seen.RowVersion,
                    CommitteeId = committee,
                    Title = seen.Plan.Title,
                    FirstDay = district.Today.AddDays(20),
                    LastDay = district.Today.AddDays(30),
                },
                Ct
            );
        district.Clock.Advance(TimeSpan.FromDays(29));
        Assert.Equal(PlanState.Reviewing, (await district.Use<SeeTopicCall>().AskAsync(link, null, Ct)).State);
        await district.RenewAdminAsync();
        await PlansFixture.CollectAsync(district, plan, 1);
        await district.Use<ProposeTopic>().RunAsync(link, new() { Title = "补充议题" }, Ct);
        district.Clock.Advance(TimeSpan.FromDays(2));
        await Assert.ThrowsAsync<NotFound>(() => district.Use<SeeTopicCall>().AskAsync(link, null, Ct));
    }
}
