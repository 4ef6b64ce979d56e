using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Minutes;
using CoBuilding.Resolutions;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Resolutions;

public class FindAskableUnitsTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task A_consortiums_member_beyond_reach_is_found_by_its_name_alone_and_can_be_asked()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var clerk = await district.ClerkAsync(district.Street1);
        var consortium = await district.CommitteeAsync(district.Street1, CoBuilding.Committees.CommitteeKind.Consortium);
        var other = await district.CommitteeAsync(district.Street1);
        var outside = await district.MemberAsync(consortium, district.Community2, "西街港务");
        var within = await district.UnitAsync(district.Community1, "东街学校");
        await district.UnitAsync(district.Community2, "西街学校");

        var found = await FindAsync(consortium);
        Assert.Equal(
            [new(outside.Unit, "西街港务", null, null), new(within, "东街学校", district.Community1.Name, district.Street1.Name)],
            found
        );
        Assert.Equal([within], (await FindAsync(other)).Select(u => u.UnitId));
        Assert.Equal([within], (await FindAsync(null)).Select(u => u.UnitId));
        Assert.Empty(await FindAsync(consortium, "西街港务书记")); // its people are not shown here
        await Assert.ThrowsAsync<NotFound>(async () => await FindAsync(await district.CommitteeAsync(district.Street2)));

        await district
            .Use<MakeResolution>()
            .RunAsync(
                clerk,
                new()
                {
                    CommitteeId = consortium,
                    Matter = "开放码头",
                    LeadUnitId = outside.Unit,
                    AssistingUnitIds = [within],
                },
                Ct
            );
        await Assert.ThrowsAsync<NotFound>(() =>
            district
                .Use<MakeResolution>()
                .RunAsync(
                    clerk,
                    new()
                    {
                        CommitteeId = other,
                        Matter = "开放码头",
                        LeadUnitId = outside.Unit,
                    },
                    Ct
                )
        );

        async Task<IReadOnlyList<FindAskableUnits.Row>> FindAsync(Guid? body, string? search = null) =>
            (await district.Use<FindAskableUnits>().AskAsync(clerk, new() { CommitteeId = body, Search = search }, Ct)).Rows;
    }
}
