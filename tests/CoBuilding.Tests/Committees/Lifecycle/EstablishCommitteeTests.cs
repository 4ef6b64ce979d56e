using CoBuilding.Committees;
using CoBuilding.Places;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Committees.Lifecycle;

public class EstablishCommitteeTests(TestCluster cluster)
{
    [Fact]
    public async Task WrongLevel()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        Assert.Equal(
            "Committees.WrongLevel",
            await RuleAssert.KeyOfAsync(() => district.CommitteeAsync(district.Community1, CommitteeKind.BigWorking))
        );
        foreach (var place in new[] { district.Root, district.Street1, district.Community1 })
            await district.CommitteeAsync(place, CommitteeKind.Consortium);
    }
}
