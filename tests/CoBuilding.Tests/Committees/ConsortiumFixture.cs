using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Committees;

internal static class ConsortiumFixture
{
    /// <summary>Hosted by the first street, with a unit of the second, which the first one's clerk does not reach.</summary>
    public static async Task<(TestDistrict District, Scope Clerk, Guid Consortium)> StartAsync(TestCluster cluster)
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var consortium = await district.CommitteeAsync(district.Street1, CommitteeKind.Consortium);
        await district.MemberAsync(consortium, district.Community2, "西街港务");
        return (district, await district.ClerkAsync(district.Street1), consortium);
    }
}
