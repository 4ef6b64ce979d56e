using CoBuilding.Meetings.Series;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Meetings.Series;

public class ExportSeriesWorkbookTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task Each_period_of_the_series_of_a_street_is_a_row_with_its_meeting_or_the_reason_why_there_is_none()
    {
        var (district, clerk, committee) = await SeriesFixture.OfficeAsync(cluster);
        var series = await SeriesFixture.BeginAsync(district, clerk, committee, begun: new(2026, 7, 1));
        var missed = (await district.Use<SeeSeries>().AskAsync(clerk, series, Ct)).Periods[0];
        await SeriesFixture.ExplainAsync(district, clerk, series, "防汛期间暂停", missed);
        await district.PlanAsync(clerk, committee);
        await SeriesFixture.BeginAsync(district, district.Admin, await district.CommitteeAsync(district.Street2));

        var file = await district.Use<ExportSeriesWorkbook>().AskAsync(district.Admin, new() { PlaceId = district.Street1.Id }, Ct);

        LibreOfficeReader.AssertValid(file.Bytes);
        var cells = await LibreOfficeReader.CellsAsync(file.Bytes);
        Assert.Equal("定期会议", cells[0][0]);
        Assert.Contains("范围：东街道 · 共 2 行", cells[1][0], StringComparison.Ordinal);
        string[] headers =
        [
            "序号",
            "召集组织",
            "所在地",
            "定期会议",
            "类型",
            "周期",
            "周期",
            "通常召开的日期",
            "状态",
            "会议名称",
            "召开日期",
            "原因",
        ];
        Assert.Equal(headers, cells[2]);
        string[] of = ["东街道BigWorking", "东街道", "联席会议", "联席会议", "每季度"];
        Assert.Equal(["1", .. of, "2026年第三季度", "2026年9月1日 至 2026年9月30日", "未召开", "", "", "防汛期间暂停"], cells[3]);
        Assert.Equal(
            ["2", .. of, "2026年第四季度", "2026年12月1日 至 2026年12月31日", "已安排", "第四季度联席会议", "2026年12月3日", ""],
            cells[4]
        );
        Assert.StartsWith("admin", cells[5][0], StringComparison.Ordinal);
    }
}
