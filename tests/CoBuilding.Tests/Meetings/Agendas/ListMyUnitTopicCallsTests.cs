using CoBuilding.Access;
using CoBuilding.Meetings.Agendas;
using CoBuilding.Tests.House;
using CoBuilding.Texts;

namespace CoBuilding.Tests.Meetings.Agendas;

public class ListMyUnitTopicCallsTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task A_unit_sees_the_calls_to_itself_open_ones_first_and_what_became_of_its_own_topics()
    {
        var (district, committee, member) = await PlansFixture.CreateAsync(cluster);
        await district.MemberAsync(committee, district.Street1, "U2");
        var (open, over) = (await PlanAsync(district, committee, "开放的"), await PlanAsync(district, committee, "撤回的"));
        await PlansFixture.CollectAsync(district, open, 3);
        await PlansFixture.CollectAsync(district, over, 5);
        var asked = (await PlansFixture.SeeAsync(district, open)).Asked;
        var (own, others) = (asked.Single(a => a.Unit == "U1").Id, asked.Single(a => a.Unit == "U2").Id);
        var secretary = await district.UnitScopeAsync(member.Unit, member.Person);
        await district.Use<ProposeTopic>().RunAsync(secretary, new() { CallId = own, Title = "待答复的议题" }, Ct);
        var takenBack = new ProposeTopic.Form { CallId = own, Title = "收回的议题" };
        await district.Use<ProposeTopic>().RunAsync(secretary, takenBack, Ct);
        await district.Use<WithdrawTopic>().RunAsync(secretary, new() { CallId = own, TopicId = takenBack.TopicId }, Ct);
        var accepted = await PlansFixture.EnterAsync(district, open, "采纳的议题", own);
        await AcceptAsync(district, accepted);
        await AcceptAsync(district, await PlansFixture.EnterAsync(district, open, "别家的议题", others));
        await district
            .Use<WithdrawPlan>()
            .RunAsync(
                district.Admin,
                new()
                {
                    PlanId = over,
                    ExpectedVersion = (await PlansFixture.SeeAsync(district, over)).RowVersion,
                    Reason = "改期",
                },
                Ct
            );

        var calls = await district.Use<ListMyUnitTopicCalls>().AskAsync(secretary, new(), Ct);

        Assert.Equal(["开放的", "撤回的"], calls.Rows.Select(r => r.Title));
        var days = (First: district.Today.AddDays(10), Last: district.Today.AddDays(14));
        var until = ChinaTime.At(district.Today.AddDays(3), new(17, 0));
        Assert.Equal(
            new ListMyUnitTopicCalls.Row(own, "开放的", "东街道BigWorking", "U1", days.First, days.Last, until, true, 2, 1),
            calls.Rows[0]
        );
        Assert.Equal((false, 0, 0), (calls.Rows[1].IsOpen, calls.Rows[1].Topics, calls.Rows[1].Accepted));
    }

    [Fact]
    public async Task A_link_shows_its_own_call_alone_which_is_open_until_the_deadline()
    {
        var (district, committee, _) = await PlansFixture.CreateAsync(cluster);
        var (plan, other) = (await PlanAsync(district, committee, "会议"), await PlanAsync(district, committee, "另一会议"));
        await PlansFixture.CollectAsync(district, plan, 3);
        await PlansFixture.CollectAsync(district, other, 3);
        var link = district.Link(Assert.Single(await PlansFixture.LinksAsync(district, plan)).Token);
        Assert.Equal(("会议", true), await OnlyAsync(district, link));
        district.Clock.Advance(TimeSpan.FromDays(4));
        Assert.Equal(("会议", false), await OnlyAsync(district, link));
    }

    private static async Task<(string, bool)> OnlyAsync(TestDistrict district, Scope scope)
    {
        var call = Assert.Single((await district.Use<ListMyUnitTopicCalls>().AskAsync(scope, new(), Ct)).Rows);
        return (call.Title, call.IsOpen);
    }

    private static async Task<Guid> PlanAsync(TestDistrict district, Guid committee, string title)
    {
        var form = new PlanMeeting.Form
        {
            CommitteeId = committee,
            Title = title,
            FirstDay = district.Today.AddDays(10),
            LastDay = district.Today.AddDays(14),
        };
        await district.Use<PlanMeeting>().RunAsync(district.Admin, form, Ct);
        return form.PlanId;
    }

    private static Task AcceptAsync(TestDistrict district, Guid topic) =>
        district
            .Use<AnswerTopic>()
            .RunAsync(
                district.Admin,
                new()
                {
                    TopicId = topic,
                    ExpectedVersion = 1,
                    Verdict = TopicState.Accepted,
                },
                Ct
            );
}
