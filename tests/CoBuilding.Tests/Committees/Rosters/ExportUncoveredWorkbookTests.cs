using CoBuilding.Committees;
using CoBuilding.Committees.Rosters;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Committees.Rosters;

public class ExportUncoveredWorkbookTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task The_places_without_a_committee_of_the_kind_are_exported_with_the_street_to_which_they_belong()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        await district.CommitteeAsync(district.Community1, CommitteeKind.BigParty);
        await district.CommitteeAsync(district.Community2, CommitteeKind.Consultation);
        var places = await district.Use<ListUncovered>().AskAsync(district.Admin, new() { Kind = CommitteeKind.BigParty }, Ct);

        var file = await district.Use<ExportUncoveredWorkbook>().AskAsync(district.Admin, new() { Kind = CommitteeKind.BigParty }, Ct);

        LibreOfficeReader.AssertValid(file.Bytes);
        var cells = await LibreOfficeReader.CellsAsync(file.Bytes);
        Assert.Equal("尚未成立社区大党委的区域", cells[0][0]);
        Assert.Contains("范围：本人权限内全部 · 共 2 行", cells[1][0], StringComparison.Ordinal);
        Assert.Equal(["序号", "所在地", "所属区域", "统计代码", "系统编号"], cells[2]);
        Assert.Equal(["1", "东二社区", "东街道", "990101001002", places.Rows[0].PlaceId.ToString()], cells[3]);
        Assert.Equal(["2", "西一社区", "西街道", "990101002001", district.Community2.Id.ToString()], cells[4]);
        Assert.StartsWith("admin", cells[5][0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_searched_for_narrows_the_workbook_and_is_stated_in_it()
    {
        var district = await TestDistrict.CreateAsync(cluster);

        var file = await district
            .Use<ExportUncoveredWorkbook>()
            .AskAsync(
                district.Admin,
                new()
                {
                    Search = "西街道",
                    WithUncounted = true,
                    Kind = CommitteeKind.BigParty,
                },
                Ct
            );

        var cells = await LibreOfficeReader.CellsAsync(file.Bytes);
        Assert.Contains("范围：西街道 · 共 2 行", cells[1][0], StringComparison.Ordinal);
        Assert.Equal(["西一社区", "西村"], cells[3..5].Select(row => row[1]));
    }
}
