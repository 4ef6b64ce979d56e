using CoBuilding.Data;
using CoBuilding.Meetings.Agendas;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Meetings.Agendas;

public class RevokeTopicLinksTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task A_seats_revoked_links_lead_nowhere_what_it_proposed_stays_and_a_new_one_opens()
    {
        var (district, committee, _) = await PlansFixture.CreateAsync(cluster);
        var plan = await district.PlanAsync(district.Admin, committee);
        await PlansFixture.CollectAsync(district, plan, 5);
        var made = Assert.Single(await PlansFixture.LinksAsync(district, plan));
        await district.Use<ProposeTopic>().RunAsync(district.Link(made.Token), new() { Title = "共享停车场" }, Ct);
        await district.Use<RevokeTopicLinks>().RunAsync(district.Admin, new() { CallId = made.CallId }, Ct);
        await Assert.ThrowsAsync<NotFound>(() => district.Use<SeeTopicCall>().AskAsync(district.Link(made.Token), null, Ct));
        Assert.Single((await PlansFixture.SeeAsync(district, plan)).Topics);
        Assert.Single(
            (
                await district
                    .Use<SeeTopicCall>()
                    .AskAsync(district.Link(Assert.Single(await PlansFixture.LinksAsync(district, plan)).Token), null, Ct)
            ).Topics
        );
    }
}
