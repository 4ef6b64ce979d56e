using CoBuilding.Committees;
using CoBuilding.Committees.Rosters;
using CoBuilding.Committees.Seats;
using CoBuilding.Data;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Committees.Seats;

public class AddSeatTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task OutsideTerritory()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var (working, consortium) = (
            await district.CommitteeAsync(district.Street1),
            await district.CommitteeAsync(district.Street1, CommitteeKind.Consortium)
        );
        Assert.Equal(
            "Committees.OutsideTerritory",
            await RuleAssert.KeyOfAsync(() => district.MemberAsync(working, district.Street2, "驻西街道某部"))
        );
        await district.MemberAsync(consortium, district.Community2, "驻西社区某部");
        Assert.Equal((false, true), (await IsAcrossAsync(working), await IsAcrossAsync(consortium)));

        async Task<bool> IsAcrossAsync(Guid committee) =>
            (await district.Use<SeeRoster>().AskAsync(district.Admin, committee, null, null, Ct)).IsAcrossPlaces;
    }

    [Fact]
    public async Task A_unit_outside_the_territory_gets_no_seat_and_is_told_where_it_resides()
    {
        var (district, clerk, committee) = await SeatsFixture.StartAsync(cluster);
        var elsewhere = await district.UnitAsync(district.Street2, "西街中学");
        var form = new AddSeat.Form
        {
            CommitteeId = committee,
            UnitId = elsewhere,
            Title = "兼职委员",
            From = district.Today,
        };
        await Assert.ThrowsAsync<NotFound>(() => district.Use<AddSeat>().RunAsync(clerk, form, Ct)); // the clerk does not know that unit
        var refused = await Assert.ThrowsAsync<RuleBroken>(() => district.Use<AddSeat>().RunAsync(district.Admin, form, Ct));
        Assert.Equal(("Committees.OutsideTerritory", "UnitId", "西街道"), (refused.Key, refused.Field, refused.Args.Single()));
        var community = await district.UnitAsync(district.Community1, "东一小学");
        await district.Use<AddSeat>().RunAsync(clerk, form with { UnitId = community, OperationId = Guid.CreateVersion7() }, Ct);
    }
}
