using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Meetings.Agendas;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Meetings.Agendas;

public class ProposeTopicTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task A_unit_proposes_changes_and_withdraws_by_its_link_until_the_deadline()
    {
        var (district, committee, _) = await PlansFixture.CreateAsync(cluster);
        var plan = await district.PlanAsync(district.Admin, committee);
        await PlansFixture.CollectAsync(district, plan, 5);
        var link = district.Link(Assert.Single(await PlansFixture.LinksAsync(district, plan)).Token);
        var form = new ProposeTopic.Form
        {
            Title = "共享停车场",
            Necessity = "晚间空置",
            Minutes = 15,
        };
        await district.Use<ProposeTopic>().RunAsync(link, form, Ct);
        await district.Use<ProposeTopic>().RunAsync(link, form with { OperationId = Guid.CreateVersion7(), Title = "夜间共享停车场" }, Ct);
        var own = Assert.Single((await district.Use<SeeTopicCall>().AskAsync(link, null, Ct)).Topics);
        Assert.Equal(("夜间共享停车场", TopicState.Proposed), (own.Title, own.State));
        var seen = Assert.Single((await PlansFixture.SeeAsync(district, plan)).Topics);
        Assert.Equal((TopicSource.LiaisonOfficer, "U1联络员"), (seen.Source, seen.ProposedBy));

        await district.Use<WithdrawTopic>().RunAsync(link, new() { TopicId = form.TopicId }, Ct);
        Assert.Empty((await PlansFixture.SeeAsync(district, plan)).Topics);

        district.Clock.Advance(TimeSpan.FromDays(6));
        await RuleAssert.BrokenAsync(
            "Plans.NotCollecting",
            () => district.Use<ProposeTopic>().RunAsync(link, new() { Title = "迟到的议题" }, Ct)
        );
    }

    [Fact]
    public async Task The_same_proposal_sent_twenty_times_at_once_is_stored_once()
    {
        var (district, committee, _) = await PlansFixture.CreateAsync(cluster);
        var plan = await district.PlanAsync(district.Admin, committee);
        await PlansFixture.CollectAsync(district, plan, 5);
        var link = district.Link(Assert.Single(await PlansFixture.LinksAsync(district, plan)).Token);
        var form = new ProposeTopic.Form { Title = "共享停车场" };
        await Task.WhenAll(
            Enumerable
                .Range(0, 20)
                .Select(async _ =>
                {
                    try
                    {
                        await district.Use<ProposeTopic>().RunAsync(link, form, Ct);
                    }
                    catch (AlreadyDone) { }
                })
        );
        Assert.Single((await PlansFixture.SeeAsync(district, plan)).Topics);
    }

    [Fact]
    public async Task A_unit_proposes_a_bounded_number_of_topics_for_one_meeting()
    {
        var (district, committee, _) = await PlansFixture.CreateAsync(cluster);
        var plan = await district.PlanAsync(district.Admin, committee);
        await PlansFixture.CollectAsync(district, plan, 5);
        var link = district.Link(Assert.Single(await PlansFixture.LinksAsync(district, plan)).Token);
        for (var n = 1; n <= 10; n++)
            await district.Use<ProposeTopic>().RunAsync(link, new() { Title = $"议题{n}" }, Ct);
        await RuleAssert.BrokenAsync("Topics.TooMany", () => district.Use<ProposeTopic>().RunAsync(link, new() { Title = "又一个" }, Ct));
    }
}
