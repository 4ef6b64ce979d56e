using CoBuilding.Access;
using CoBuilding.Committees.Rosters;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Committees.Handovers;

/// <summary>A member whose unit is about to have another secretary.</summary>
internal static class HandoversFixture
{
    private static CancellationToken Ct => TestDistrict.Ct;

    public static async Task<(TestDistrict, Scope Clerk, Guid Committee, (Guid Seat, Guid Unit, Guid Person) Member)> StartAsync(
        TestCluster cluster
    )
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var committee = await district.CommitteeAsync(district.Street1);
        return (
            district,
            await district.ClerkAsync(district.Street1),
            committee,
            await district.MemberAsync(committee, district.Community1, "甲校")
        );
    }

    public static async Task<SeeRoster.Row> RowAsync(TestDistrict district, Guid committee, Guid seat, DateOnly? on = null) =>
        (await district.Use<SeeRoster>().AskAsync(district.Admin, committee, on, null, Ct)).Rows.Single(r => r.SeatId == seat);
}
