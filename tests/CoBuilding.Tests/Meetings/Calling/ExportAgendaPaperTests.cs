using CoBuilding.Documents;
using CoBuilding.Meetings.Calling;
using CoBuilding.Tests.House;
using CoBuilding.Tests.Minutes;

namespace CoBuilding.Tests.Meetings.Calling;

public class ExportAgendaPaperTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task The_agenda_lists_the_topics()
    {
        var (district, meeting) = await CalledMeetingFixture.CallAsync(cluster);
        var file = await district.Use<ExportAgendaPaper>().AskAsync(district.Admin, meeting, Ct);
        LibreOfficeReader.AssertValidPaper(file.Word().Bytes);
        Assert.Equal(
            [
                "第四季度联席会议议程",
                "时间：2026年11月30日（星期一）上午9:00 至 上午11:00",
                "地点：街道三楼会议室",
                "主办：东街道BigWorking",
                "议题：",
                "1. 研究老旧小区停车难",
                "2. 通报第三季度事项",
            ],
            LibreOfficeReader.WordsOf(file.Word().Bytes)
        );
    }

    [Fact]
    public async Task What_is_open_stands_on_the_next_agenda_without_a_word_on_whose_day_has_passed()
    {
        var (district, meeting, committee, unit) = await HeldMeetingFixture.SceneAsync(cluster);
        await district.ResolutionAsync(district.Admin, committee, unit, meeting, district.Today);
        var next = district.MeetingForm(committee);
        await district.Use<CoBuilding.Meetings.Calling.DraftMeeting>().RunAsync(district.Admin, next, Ct);
        district.Clock.Advance(TimeSpan.FromDays(1));
        await district.RenewAdminAsync();
        var words = LibreOfficeReader.WordsOf(
            (await district.Use<CoBuilding.Meetings.Calling.ExportAgendaPaper>().AskAsync(district.Admin, next.MeetingId, Ct)).Word().Bytes
        );
        Assert.Equal(
            [
                "议定事项进展：",
                "序号",
                "议定事项",
                "牵头",
                "完成期限",
                "状态",
                "1",
                "工作日晚间开放二十个车位",
                "大连湾中学",
                "2026年11月23日",
                "已商请",
            ],
            words[^11..]
        );
    }
}
