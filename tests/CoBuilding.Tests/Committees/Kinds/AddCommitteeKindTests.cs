using CoBuilding.Committees.Kinds;
using CoBuilding.Committees.Lifecycle;
using CoBuilding.Committees.Rosters;
using CoBuilding.Data;
using CoBuilding.Places;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Committees.Kinds;

public class AddCommitteeKindTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task A_place_has_one_body_of_a_kind_but_several_of_an_own_kind_told_apart_by_name()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        await district.CommitteeAsync(district.Street1);
        Assert.Equal("Committees.PlaceHasOne", await RuleAssert.KeyOfAsync(() => district.CommitteeAsync(district.Street1)));

        var own = CommitteeKindsFixture.Form("楼宇党建联盟") with { Level = PlaceLevel.Street };
        await district.Use<AddCommitteeKind>().RunAsync(district.Admin, own, Ct);
        await EstablishAsync("东港楼宇联盟");
        await EstablishAsync("人民路楼宇联盟");
        Assert.Equal("Committees.NameIsTaken", await RuleAssert.KeyOfAsync(() => EstablishAsync("东港楼宇联盟")));
        Assert.Equal(2, (await district.Use<ListCommittees>().AskAsync(district.Admin, new() { KindId = own.KindId }, Ct)).Total);
        Assert.DoesNotContain(
            (await district.Use<CoBuilding.Dashboards.SeeDashboard>().AskAsync(district.Admin, Ct)).Coverage,
            c => c.KindId == own.KindId
        );
        var places = await district.Use<ListUncovered>().AskAsync(district.Admin, new() { KindId = own.KindId }, Ct);
        Assert.Equal([district.Street1.Id, district.Street2.Id], places.Rows.Select(r => r.PlaceId));

        Task EstablishAsync(string name) =>
            district
                .Use<EstablishCommittee>()
                .RunAsync(
                    district.Admin,
                    new()
                    {
                        KindId = own.KindId,
                        PlaceId = district.Street1.Id,
                        Name = name,
                        EstablishedOn = district.Today,
                    },
                    Ct
                );
    }

    [Fact]
    public async Task NameIsTaken()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        Assert.Equal(
            "CommitteeKinds.NameIsTaken",
            await RuleAssert.KeyOfAsync(() =>
                district.Use<AddCommitteeKind>().RunAsync(district.Admin, CommitteeKindsFixture.Form("社区大党委"), Ct)
            )
        );
    }

    [Theory]
    [InlineData(3, null, "Max")]
    [InlineData(null, 3, "Min")]
    [InlineData(5, 3, "Max")]
    public async Task A_range_has_both_ends_in_their_order(int? min, int? max, string field)
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var refused = await Assert.ThrowsAsync<ValidationFailed>(() =>
            district.Use<AddCommitteeKind>().RunAsync(district.Admin, CommitteeKindsFixture.Form("联盟") with { Min = min, Max = max }, Ct)
        );
        Assert.Equal(field, Assert.Single(refused.Problems).Field);
    }
}
