using CoBuilding.Committees;
using CoBuilding.Data;
using CoBuilding.Nominations;
using CoBuilding.Nominations.Preparation;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Nominations.Preparation;

public class GiveUpCommitteeTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task A_preparation_that_is_given_up_keeps_its_history_and_makes_room_for_another()
    {
        var (district, host, _) = await LifecycleFixture.OfficesAsync(cluster);
        var committee = await LifecycleFixture.PrepareAsync(district, host);
        var unit = await district.UnitAsync(district.Community1);
        var nomination = await district.NominateAsync(committee, await district.PersonAsync(unit, "甲"), unit);
        await district
            .Use<GiveUpCommittee>()
            .RunAsync(
                host,
                new()
                {
                    CommitteeId = committee,
                    ExpectedVersion = 1,
                    On = district.Today,
                    Remark = "与街道合并设置",
                },
                Ct
            );
        Assert.Equal(NominationState.Withdrawn, (await district.Use<SeeNomination>().AskAsync(host, nomination, Ct)).Row.State);
        Assert.Equal(
            [LifecycleEvent.Prepared, LifecycleEvent.GivenUp],
            (await LifecycleFixture.SeeAsync(district, host, committee)).Events.Select(e => e.Kind)
        );
        Assert.Equal(
            "Lifecycle.PreparationIsOver",
            await RuleAssert.KeyOfAsync(() =>
                district
                    .Use<SubmitCommittee>()
                    .RunAsync(
                        host,
                        new()
                        {
                            CommitteeId = committee,
                            ExpectedVersion = 2,
                            On = district.Today,
                            Name = "大党委",
                        },
                        Ct
                    )
            )
        );
        var person = await district.PersonAsync(unit, "乙");
        await Assert.ThrowsAsync<RuleBroken>(() => district.NominateAsync(committee, person, unit));
        var next = await LifecycleFixture.PrepareAsync(district, host);
        Assert.Equal([next], await LifecycleFixture.ListAsync(district, null));
        Assert.Equal([committee], await LifecycleFixture.ListAsync(district, CommitteeState.GivenUp));
    }
}
