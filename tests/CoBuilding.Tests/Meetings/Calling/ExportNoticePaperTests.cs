using CoBuilding.Documents;
using CoBuilding.Meetings.Calling;
using CoBuilding.Meetings.Facts;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Meetings.Calling;

public class ExportNoticePaperTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task The_notice_reads_as_its_text_does_and_its_slip_stands_on_a_page_of_its_own()
    {
        var (district, meeting) = await CalledMeetingFixture.CallAsync(cluster);

        var file = await district.Use<ExportNoticePaper>().AskAsync(district.Admin, meeting, Ct);

        LibreOfficeReader.AssertValidPaper(file.Word().Bytes);
        Assert.Equal("第四季度联席会议通知2026-11-23.docx", file.FileName);
        var words = LibreOfficeReader.WordsOf(file.Word().Bytes);
        Assert.Equal(
            [
                "关于召开第四季度联席会议的通知",
                "大连湾中学、大连湾医院：",
                "为做好共建互补工作，东街道BigWorking定于2026年11月30日（星期一）召开第四季度联席会议，诚邀贵单位参加。现将有关事项通知如下：",
                "一、时间：2026年11月30日（星期一）上午9:00—上午11:00",
                "二、地点：街道三楼会议室",
                "三、议题：",
                "1. 研究老旧小区停车难",
                "2. 通报第三季度事项",
                "四、参会人员：大连湾中学 大连湾中学书记、大连湾医院 大连湾医院书记",
                "五、有关事项：恳请于2026年11月28日（星期六）下午5:00前回复能否参加；不便参加的，可请熟悉情况的同志代会，或告知请假。",
                "六、联系人：王芳，电话：0411-87654321",
                "感谢贵单位一直以来的支持！",
                "东街道BigWorking",
                "2026年11月23日",
                "参会回执",
            ],
            words[..15]
        );
        Assert.Contains("□ 参加　　□ 派人代会　　□ 请假", words);
        Assert.Contains("恳请于2026年11月28日（星期六）下午5:00前回复王芳，电话：0411-87654321", words[^1], StringComparison.Ordinal);
        // The notice may need a second page; the slip takes a new one either way.
        Assert.InRange(LibreOfficeReader.PagesOf(await LibreOfficeReader.PdfOfPaperAsync(file.Word().Bytes)), 2, 3);
        using var document = DocumentFormat.OpenXml.Packaging.WordprocessingDocument.Open(new MemoryStream(file.Word().Bytes), false);
        var slip = document
            .MainDocumentPart!.Document!.Descendants<DocumentFormat.OpenXml.Wordprocessing.Paragraph>()
            .Single(p => p.InnerText == "参会回执");
        Assert.NotNull(slip.ParagraphProperties!.PageBreakBefore);

        district.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(file.Word().Bytes, (await district.Use<ExportNoticePaper>().AskAsync(district.Admin, meeting, Ct)).Word().Bytes);
    }

    [Fact]
    public async Task A_cancelled_meetings_notice_says_so_and_asks_for_no_reply()
    {
        var (district, meeting) = await CalledMeetingFixture.CallAsync(cluster);
        var version = (await district.Use<SeeMeeting>().AskAsync(district.Admin, meeting, Ct)).Meeting.RowVersion;
        await district
            .Use<CancelMeeting>()
            .RunAsync(
                district.Admin,
                new()
                {
                    MeetingId = meeting,
                    ExpectedVersion = version,
                    Reason = "台风",
                },
                Ct
            );
        var words = LibreOfficeReader.WordsOf((await district.Use<ExportNoticePaper>().AskAsync(district.Admin, meeting, Ct)).Word().Bytes);
        Assert.Equal("关于取消第四季度联席会议的通知", words[0]);
        Assert.Contains(words, w => w.Contains("因故取消：台风", StringComparison.Ordinal));
        Assert.DoesNotContain("参会回执", words);
    }
}
