using CoBuilding.Committees.Kinds;
using CoBuilding.Committees.Rosters;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Committees.Kinds;

public class RetireCommitteeKindTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task KindIsRetired()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        await district.CommitteeAsync(district.Street1);
        var kind = await district.CommitteeKindAsync();
        await district
            .Use<RetireCommitteeKind>()
            .RunAsync(district.Admin, new() { KindId = kind.Kind.Id, ExpectedVersion = kind.RowVersion }, Ct);
        Assert.Equal("CommitteeKinds.KindIsRetired", await RuleAssert.KeyOfAsync(() => district.CommitteeAsync(district.Street2)));
        Assert.Equal(1, (await district.Use<ListCommittees>().AskAsync(district.Admin, new() { KindId = kind.Kind.Id }, Ct)).Total);
        Assert.Equal(
            "CommitteeKinds.AlreadyRetired",
            await RuleAssert.KeyOfAsync(() =>
                district
                    .Use<RetireCommitteeKind>()
                    .RunAsync(district.Admin, new() { KindId = kind.Kind.Id, ExpectedVersion = kind.RowVersion + 1 }, Ct)
            )
        );
        await district
            .Use<ReviveCommitteeKind>()
            .RunAsync(district.Admin, new() { KindId = kind.Kind.Id, ExpectedVersion = kind.RowVersion + 1 }, Ct);
        await district.CommitteeAsync(district.Street2);
        Assert.Equal(
            "CommitteeKinds.NotRetired",
            await RuleAssert.KeyOfAsync(() =>
                district
                    .Use<ReviveCommitteeKind>()
                    .RunAsync(district.Admin, new() { KindId = kind.Kind.Id, ExpectedVersion = kind.RowVersion + 2 }, Ct)
            )
        );
    }
}
