using CoBuilding.Nominations.Preparation;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Nominations.Preparation;

public class SubmitCommitteeTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task Steps_come_in_their_order_never_before_the_last_one_and_never_ahead()
    {
        var (district, host, above) = await LifecycleFixture.OfficesAsync(cluster);
        var committee = await LifecycleFixture.PrepareAsync(district, host);
        var submission = new SubmitCommittee.Form
        {
            CommitteeId = committee,
            ExpectedVersion = 1,
            On = district.Today.AddDays(-1),
            Name = "大党委",
        };
        Assert.Equal(
            "Lifecycle.BeforeLastStep",
            await RuleAssert.KeyOfAsync(() => district.Use<SubmitCommittee>().RunAsync(host, submission, Ct))
        );
        Assert.Equal(
            "Committees.NotYet",
            await RuleAssert.KeyOfAsync(() =>
                district.Use<SubmitCommittee>().RunAsync(host, submission with { On = district.Today.AddDays(1) }, Ct)
            )
        );
        Assert.Equal(
            "Lifecycle.OutOfTurn",
            await RuleAssert.KeyOfAsync(() =>
                district
                    .Use<ApproveCommittee>()
                    .RunAsync(
                        above,
                        new()
                        {
                            CommitteeId = committee,
                            ExpectedVersion = 1,
                            On = district.Today,
                        },
                        Ct
                    )
            )
        );
        Assert.Equal(
            "Lifecycle.OutOfTurn",
            await RuleAssert.KeyOfAsync(() =>
                district
                    .Use<EstablishPrepared>()
                    .RunAsync(
                        host,
                        new()
                        {
                            CommitteeId = committee,
                            ExpectedVersion = 1,
                            On = district.Today,
                        },
                        Ct
                    )
            )
        );
        var known = await district.CommitteeAsync(district.Street1);
        Assert.Equal(
            "Lifecycle.PreparationIsOver",
            await RuleAssert.KeyOfAsync(() =>
                district.Use<SubmitCommittee>().RunAsync(district.Admin, submission with { CommitteeId = known, On = district.Today }, Ct)
            )
        );
    }
}
