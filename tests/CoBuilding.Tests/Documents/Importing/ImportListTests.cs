using CoBuilding.Data;
using CoBuilding.Documents.Importing;
using CoBuilding.Tests.House;
using static CoBuilding.Tests.House.Lists;

namespace CoBuilding.Tests.Documents.Importing;

public class ImportListTests(TestCluster cluster)
{
    [Fact]
    public void Each_kind_of_list_has_a_name_of_its_own()
    {
        Assert.Equal(["party-chain", "people", "roster", "units"], Portal.ImportableLists.Select(l => l.Name));
    }

    [Fact]
    public async Task A_list_is_checked_and_saved_by_those_alone_who_hold_its_right()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        foreach (var list in Portal.ImportableLists)
        {
            var denied = await Assert.ThrowsAsync<Denied>(() => district.CheckListAsync(district.Auditor, list, Csv("甲")));
            Assert.Equal(list.Right.ToString(), denied.Right);
            denied = await Assert.ThrowsAsync<Denied>(() => district.ImportListAsync(district.Auditor, list, Csv("甲")));
            Assert.Equal(list.Right.ToString(), denied.Right);
        }
    }

    [Fact]
    public async Task Nothing_is_imported_without_a_list()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        foreach (var list in Portal.ImportableLists)
            await Assert.ThrowsAsync<ValidationFailed>(() => district.ImportListAsync(district.Admin, list, new ImportSource([])));
    }
}
