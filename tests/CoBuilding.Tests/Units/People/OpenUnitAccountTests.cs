using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Tests.Access;
using CoBuilding.Tests.House;
using CoBuilding.Units;

namespace CoBuilding.Tests.Units.People;

public class OpenUnitAccountTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Theory]
    [InlineData("第一中学2026年12月", null)]
    [InlineData("第一中学20261201", "Access.PasswordIsName")]
    [InlineData("DiYiZhongXue.1", "Access.PasswordIsName")]
    [InlineData("一中-1234567890", "Access.PasswordIsName")]
    public async Task A_units_account_is_not_opened_by_the_units_name(string password, string? rule)
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var unit = new EnterUnit.Form
        {
            Name = "第一中学",
            ShortName = "一中",
            Kind = UnitKind.School,
            PlaceId = district.Community1.Id,
        };
        await district.Use<EnterUnit>().RunAsync(district.Admin, unit, Ct);
        var scope = await district.UnitScopeAsync(unit.UnitId, await district.PersonAsync(unit.UnitId, "王芳", secretary: true));
        var refused = await Record.ExceptionAsync(() => PasswordFixture.ChangeAsync(district, scope, TestDistrict.Password, password));
        Assert.Equal(rule, (refused as RuleBroken)?.Key);
    }
}
