using CoBuilding.Committees;
using CoBuilding.Meetings.Agendas;
using CoBuilding.Meetings.Calling;
using CoBuilding.Meetings.Facts;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Meetings.Agendas;

public class MergePlansTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task A_merged_meeting_is_hosted_by_both_bodies_and_counts_for_both()
    {
        var (district, committee, member) = await PlansFixture.CreateAsync(cluster);
        var community = await district.CommitteeAsync(district.Community1, CommitteeKind.Consultation);
        var neighbor = await district.MemberAsync(community, district.Community1, "U2");
        var (plan, joining) = (await district.PlanAsync(district.Admin, committee), await district.PlanAsync(district.Admin, community));
        await PlansFixture.EnterAsync(district, joining, "社区食堂");
        await district
            .Use<MergePlans>()
            .RunAsync(
                district.Admin,
                new()
                {
                    PlanId = joining,
                    ExpectedVersion = 1,
                    IntoId = plan,
                },
                Ct
            );
        var merged = await PlansFixture.SeeAsync(district, plan);
        Assert.Equal((community, "社区食堂"), (Assert.Single(merged.Joined).CommitteeId, Assert.Single(merged.Topics).Title));

        var meeting = district.MeetingForm(committee, member.Seat, neighbor.Seat) with { PlanId = plan };
        await district.Use<DraftMeeting>().RunAsync(district.Admin, meeting, Ct);
        foreach (var body in new[] { committee, community })
            Assert.Equal(
                meeting.MeetingId,
                Assert.Single((await district.Use<ListMeetings>().AskAsync(district.Admin, new() { CommitteeId = body }, Ct)).Rows).Id
            );
        Assert.Equal(
            community,
            Assert.Single((await district.Use<SeeMeeting>().AskAsync(district.Admin, meeting.MeetingId, Ct)).CoHosting).CommitteeId
        );
    }

    [Fact]
    public async Task A_body_outside_the_hosts_place_does_not_join()
    {
        var (district, committee, _) = await PlansFixture.CreateAsync(cluster);
        var elsewhere = await district.CommitteeAsync(district.Street2);
        var (plan, joining) = (await district.PlanAsync(district.Admin, committee), await district.PlanAsync(district.Admin, elsewhere));
        await RuleAssert.BrokenAsync(
            "Plans.BodyOutOfPlace",
            () =>
                district
                    .Use<MergePlans>()
                    .RunAsync(
                        district.Admin,
                        new()
                        {
                            PlanId = joining,
                            ExpectedVersion = 1,
                            IntoId = plan,
                        },
                        Ct
                    )
        );
    }

    [Fact]
    public async Task A_plan_that_others_joined_joins_no_third()
    {
        var (district, committee, _) = await PlansFixture.CreateAsync(cluster);
        List<Guid> plans = [];
        for (var n = 0; n < 3; n++)
            plans.Add(await district.PlanAsync(district.Admin, committee));
        await district
            .Use<MergePlans>()
            .RunAsync(
                district.Admin,
                new()
                {
                    PlanId = plans[0],
                    ExpectedVersion = 1,
                    IntoId = plans[1],
                },
                Ct
            );
        await RuleAssert.BrokenAsync(
            "Plans.OthersJoined",
            () =>
                district
                    .Use<MergePlans>()
                    .RunAsync(
                        district.Admin,
                        new()
                        {
                            PlanId = plans[1],
                            ExpectedVersion = 1,
                            IntoId = plans[2],
                        },
                        Ct
                    )
        );
        await RuleAssert.BrokenAsync(
            "Plans.MergedIntoItself",
            () =>
                district
                    .Use<MergePlans>()
                    .RunAsync(
                        district.Admin,
                        new()
                        {
                            PlanId = plans[2],
                            ExpectedVersion = 1,
                            IntoId = plans[2],
                        },
                        Ct
                    )
        );
    }
}
