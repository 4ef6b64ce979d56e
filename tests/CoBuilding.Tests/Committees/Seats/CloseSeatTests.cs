using CoBuilding.Committees.Seats;
using CoBuilding.Data;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Committees.Seats;

public class CloseSeatTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task BeyondSeat()
    {
        var (district, clerk, committee) = await SeatsFixture.StartAsync(cluster);
        var unit = await district.UnitAsync(district.Community1);
        var person = await district.PersonAsync(unit, "甲");
        var seat = new AddSeat.Form
        {
            CommitteeId = committee,
            UnitId = unit,
            Title = "兼职委员",
            From = district.Today,
        };
        await district.Use<AddSeat>().RunAsync(clerk, seat, Ct);
        await district
            .Use<CloseSeat>()
            .RunAsync(
                clerk,
                new()
                {
                    SeatId = seat.SeatId,
                    ExpectedVersion = 1,
                    On = district.Today.AddDays(9),
                },
                Ct
            );
        var refused = await Assert.ThrowsAsync<RuleBroken>(() =>
            district
                .Use<AppointMember>()
                .RunAsync(
                    clerk,
                    new()
                    {
                        SeatId = seat.SeatId,
                        ExpectedVersion = 2,
                        PersonId = person,
                        From = district.Today,
                    },
                    Ct
                )
        );
        Assert.Equal(("Committees.BeyondSeat", district.Today.AddDays(9)), (refused.Key, refused.Args.Single()));
    }
}
