using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Minutes;

/// <summary>A meeting that was held.</summary>
internal static class HeldMeetingFixture
{
    public static async Task<(TestDistrict District, Guid Meeting, Guid Committee, Guid Unit)> SceneAsync(TestCluster cluster)
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var committee = await district.CommitteeAsync(district.Street1);
        var first = await district.MemberAsync(committee, district.Community1, "大连湾中学");
        var second = await district.MemberAsync(committee, district.Street1, "大连湾医院");
        return (district, await district.HeldAsync(district.Admin, committee, first.Seat, second.Seat), committee, first.Unit);
    }
}
