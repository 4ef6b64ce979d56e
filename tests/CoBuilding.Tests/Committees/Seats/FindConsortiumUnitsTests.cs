using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Committees.Rosters;
using CoBuilding.Committees.Seats;
using CoBuilding.Data;
using CoBuilding.Tests.House;
using CoBuilding.Units;

namespace CoBuilding.Tests.Committees.Seats;

public class FindConsortiumUnitsTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task A_consortiums_host_gives_seats_to_units_out_of_reach_and_learns_no_more_than_name_and_place()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var clerk = await district.ClerkAsync(district.Street1);
        var (consortium, working) = (
            await district.CommitteeAsync(district.Street1, CommitteeKind.Consortium),
            await district.CommitteeAsync(district.Street1)
        );
        var far = await district.UnitAsync(district.Community2, "海港船厂", UnitKind.StateEnterprise);
        await district.PersonAsync(far, "联系人");

        var found = Assert.Single(
            (await district.Use<FindConsortiumUnits>().AskAsync(clerk, new() { CommitteeId = consortium, Search = "船厂" }, Ct)).Rows
        );
        Assert.Equal(new FindConsortiumUnits.Row(far, "海港船厂", "西一社区", "西街道"), found);
        Assert.Empty(
            (await district.Use<FindConsortiumUnits>().AskAsync(clerk, new() { CommitteeId = consortium, Search = "联系人" }, Ct)).Rows
        );
        await Assert.ThrowsAsync<NotFound>(() => district.Use<FindConsortiumUnits>().AskAsync(clerk, new() { CommitteeId = working }, Ct));
        var another = await district.ClerkAsync(district.Street2);
        await Assert.ThrowsAsync<NotFound>(() =>
            district.Use<FindConsortiumUnits>().AskAsync(another, new() { CommitteeId = consortium }, Ct)
        );

        await district
            .Use<AddSeat>()
            .RunAsync(
                clerk,
                new()
                {
                    CommitteeId = consortium,
                    UnitId = far,
                    Title = "成员",
                    From = district.Today,
                },
                Ct
            );
        Assert.Equal("海港船厂", Assert.Single((await district.Use<SeeRoster>().AskAsync(clerk, consortium, null, null, Ct)).Rows).Unit);
        await Assert.ThrowsAsync<NotFound>(() => district.Use<SeeUnit>().AskAsync(clerk, far, Ct));
        await Assert.ThrowsAsync<NotFound>(() =>
            district
                .Use<AddSeat>()
                .RunAsync(
                    clerk,
                    new()
                    {
                        CommitteeId = working,
                        UnitId = far,
                        Title = "委员",
                        From = district.Today,
                    },
                    Ct
                )
        );
    }
}
