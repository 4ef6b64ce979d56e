using CoBuilding.Committees;
using CoBuilding.Committees.Seats;
using CoBuilding.Tests.Committees.Handovers;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Committees.Seats;

public class SetSeatFollowsPostTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task A_seat_follows_the_post_when_the_units_secretary_takes_it_and_only_then()
    {
        var (district, clerk, committee, member) = await HandoversFixture.StartAsync(cluster);
        Assert.True((await HandoversFixture.RowAsync(district, committee, member.Seat)).FollowsPost);

        var deputy = await district.PersonAsync(member.Unit, "副书记");
        await district
            .Use<ReplaceMember>()
            .RunAsync(
                clerk,
                new()
                {
                    SeatId = member.Seat,
                    ExpectedVersion = 1,
                    PersonId = deputy,
                    From = district.Today,
                    Reason = EndReason.Other,
                },
                Ct
            );
        var row = await HandoversFixture.RowAsync(district, committee, member.Seat);
        Assert.Equal((false, false), (row.FollowsPost, row.IsOutOfStep));

        await district
            .Use<SetSeatFollowsPost>()
            .RunAsync(
                clerk,
                new()
                {
                    SeatId = member.Seat,
                    ExpectedVersion = 2,
                    FollowsPost = true,
                },
                Ct
            );
        row = await HandoversFixture.RowAsync(district, committee, member.Seat);
        Assert.Equal((true, true, "甲校书记"), (row.FollowsPost, row.IsOutOfStep, row.Secretary));
    }
}
