using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Meetings;

/// <summary>A meeting of which papers are made.</summary>
internal static class CalledMeetingFixture
{
    public static async Task<(TestDistrict District, Guid Meeting)> CallAsync(TestCluster cluster)
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var committee = await district.CommitteeAsync(district.Street1);
        var first = await district.MemberAsync(committee, district.Community1, "大连湾中学");
        var second = await district.MemberAsync(committee, district.Street1, "大连湾医院");
        return (district, await district.MeetingAsync(district.Admin, committee, first.Seat, second.Seat));
    }
}
