using CoBuilding.Tests.House;
using CoBuilding.Units;

namespace CoBuilding.Tests.Units;

public class EnterUnitTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task A_military_unit_gives_neither_address_nor_superior()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var form = new EnterUnit.Form
        {
            Name = "某部",
            Kind = UnitKind.Military,
            PlaceId = district.Street1.Id,
        };
        Assert.Equal(
            ("Units.NotOfMilitary", "Address"),
            await RuleAssert.KeyAndFieldOfAsync(() =>
                district.Use<EnterUnit>().RunAsync(district.Admin, form with { Address = "某路1号" }, Ct)
            )
        );
        Assert.Equal(
            ("Units.NotOfMilitary", "SuperiorOrganization"),
            await RuleAssert.KeyAndFieldOfAsync(() =>
                district.Use<EnterUnit>().RunAsync(district.Admin, form with { SuperiorOrganization = "某集团" }, Ct)
            )
        );
        await district.Use<EnterUnit>().RunAsync(district.Admin, form, Ct);
    }

    [Fact]
    public void Nothing_is_kept_of_where_a_unit_lies_or_how_many_it_has() =>
        Assert.DoesNotContain(
            typeof(ResidentUnit).GetProperties().Select(p => p.Name),
            n => new[] { "Latitude", "Longitude", "Coordinates", "Headcount", "Staff", "Members" }.Contains(n)
        );
}
