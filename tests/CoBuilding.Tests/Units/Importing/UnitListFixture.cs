using CoBuilding.Access;
using CoBuilding.Documents.Importing;
using CoBuilding.Tests.House;
using static CoBuilding.Tests.House.Lists;

namespace CoBuilding.Tests.Units.Importing;

/// <summary>Lists of units, as a clerk pastes or uploads them.</summary>
internal static class UnitListFixture
{
    public const string Header = "单位名称\t类型\t所在地\t书记\t联络员\t联络员电话";

    public static async Task<(TestDistrict, Scope)> CreateAsync(TestCluster cluster)
    {
        var district = await TestDistrict.CreateAsync(cluster);
        return (district, await district.ClerkAsync(district.Street1));
    }

    public static async Task<ImportRow> OneAsync(TestDistrict district, Scope clerk, string row, string header = Header) =>
        Assert.Single((await district.CheckUnitsAsync(clerk, Pasted(header + "\n" + row))).Rows);

    public static string Block(int rows) =>
        Header + "\n" + string.Join('\n', Enumerable.Range(1, rows).Select(n => $"单位{n}\t学校\t东一社区\t王{n}\t李{n}\t13800138000"));
}
