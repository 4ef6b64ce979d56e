using CoBuilding.Access;
using CoBuilding.Committees.Seats;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Committees.CrossAppointments;

/// <summary>A unit with a member on a committee, and who signs in for it.</summary>
internal static class CrossAppointmentsFixture
{
    private static CancellationToken Ct => TestDistrict.Ct;

    public static async Task<UnitAndCommittee> StartAsync(TestCluster cluster)
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var clerk = await district.ClerkAsync(district.Street1);
        var committee = await district.CommitteeAsync(district.Street1);
        var pair = new UnitAndCommittee(district, clerk, committee, Guid.Empty, Guid.Empty, Guid.Empty, Guid.Empty);
        var unit = await pair.UnitWithOrganizationAsync("甲校", district.Community1);
        var member = await district.PersonAsync(unit, "甲校书记", secretary: true);
        var seat = new AddSeat.Form
        {
            CommitteeId = committee,
            UnitId = unit,
            PersonId = member,
            Title = "兼职委员",
            From = district.Today.AddMonths(-6),
        };
        await district.Use<AddSeat>().RunAsync(clerk, seat, Ct);
        var office = await district.UnitAsync(district.Street1, "街道机关");
        return pair with { Unit = unit, Seat = seat.SeatId, Member = member, Officer = await district.PersonAsync(office, "街道副书记") };
    }
}
