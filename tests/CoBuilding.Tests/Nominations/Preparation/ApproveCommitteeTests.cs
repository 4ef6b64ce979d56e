using CoBuilding.Committees;
using CoBuilding.Nominations.Preparation;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Nominations.Preparation;

public class ApproveCommitteeTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task Only_the_level_above_approves_or_gives_back_and_above_the_district_it_is_a_document_from_outside()
    {
        var (district, host, above) = await LifecycleFixture.OfficesAsync(cluster);
        var committee = await LifecycleFixture.PrepareAsync(district, host);
        await district
            .Use<SubmitCommittee>()
            .RunAsync(
                host,
                new()
                {
                    CommitteeId = committee,
                    ExpectedVersion = 1,
                    On = district.Today,
                    Name = "大党委",
                },
                Ct
            );
        Assert.Equal(
            "Lifecycle.NotLevelAbove",
            await RuleAssert.KeyOfAsync(() =>
                district
                    .Use<ApproveCommittee>()
                    .RunAsync(
                        host,
                        new()
                        {
                            CommitteeId = committee,
                            ExpectedVersion = 2,
                            On = district.Today,
                        },
                        Ct
                    )
            )
        );
        Assert.Equal(
            "Lifecycle.NotLevelAbove",
            await RuleAssert.KeyOfAsync(() =>
                district
                    .Use<ReturnCommittee>()
                    .RunAsync(
                        host,
                        new()
                        {
                            CommitteeId = committee,
                            ExpectedVersion = 2,
                            On = district.Today,
                            Remark = "补",
                        },
                        Ct
                    )
            )
        );
        Assert.Equal(
            (false, true),
            (
                (await LifecycleFixture.SeeAsync(district, host, committee)).IsLevelAbove,
                (await LifecycleFixture.SeeAsync(district, above, committee)).IsLevelAbove
            )
        );
        await district
            .Use<ApproveCommittee>()
            .RunAsync(
                above,
                new()
                {
                    CommitteeId = committee,
                    ExpectedVersion = 2,
                    On = district.Today,
                },
                Ct
            );

        var own = new PrepareCommittee.Form
        {
            Kind = CommitteeKind.Guidance,
            PlaceId = district.Root.Id,
            Name = "指导委员会",
            On = district.Today,
        };
        await district.Use<PrepareCommittee>().RunAsync(district.Admin, own, Ct);
        await district
            .Use<SubmitCommittee>()
            .RunAsync(
                district.Admin,
                new()
                {
                    CommitteeId = own.CommitteeId,
                    ExpectedVersion = 1,
                    On = district.Today,
                    Name = "指导委员会",
                },
                Ct
            );
        var approval = new ApproveCommittee.Form
        {
            CommitteeId = own.CommitteeId,
            ExpectedVersion = 2,
            On = district.Today,
        };
        Assert.Equal(
            "Lifecycle.DocumentMissing",
            await RuleAssert.KeyOfAsync(() => district.Use<ApproveCommittee>().RunAsync(district.Admin, approval, Ct))
        );
        await district.Use<ApproveCommittee>().RunAsync(district.Admin, approval with { DocumentNumber = "大委〔2026〕3号" }, Ct);
    }
}
