using CoBuilding.Access;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Committees.Seats;

/// <summary>A district with a committee.</summary>
internal static class SeatsFixture
{
    public static async Task<(TestDistrict, Scope Clerk, Guid Committee)> StartAsync(TestCluster cluster)
    {
        var district = await TestDistrict.CreateAsync(cluster);
        return (district, await district.ClerkAsync(district.Street1), await district.CommitteeAsync(district.Street1));
    }
}
