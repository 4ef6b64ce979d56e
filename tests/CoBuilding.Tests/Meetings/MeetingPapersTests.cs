using CoBuilding.Meetings;
using CoBuilding.Meetings.Attendance;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Meetings;

public class MeetingPapersTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    private async Task<(TestDistrict District, Guid Meeting)> CallAsync()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var committee = await district.CommitteeAsync(district.Street1);
        var first = await district.MemberAsync(committee, district.Community1, "大连湾中学");
        var second = await district.MemberAsync(committee, district.Street1, "大连湾医院");
        return (district, await district.MeetingAsync(district.Admin, committee, first.Seat, second.Seat));
    }

    [Fact]
    public async Task The_notice_reads_as_its_text_does_and_its_slip_stands_on_a_page_of_its_own()
    {
        var (district, meeting) = await CallAsync();

        var file = await district.Use<ExportNotice>().AskAsync(district.Admin, meeting, Ct);

        LibreOfficeReader.AssertValidPaper(file.Bytes);
        Assert.Equal("第四季度联席会议通知2026-11-23.docx", file.FileName);
        var words = LibreOfficeReader.WordsOf(file.Bytes);
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
        Assert.InRange(LibreOfficeReader.PagesOf(await LibreOfficeReader.PdfOfPaperAsync(file.Bytes)), 2, 3);
        using var document = DocumentFormat.OpenXml.Packaging.WordprocessingDocument.Open(new MemoryStream(file.Bytes), false);
        var slip = document
            .MainDocumentPart!.Document!.Descendants<DocumentFormat.OpenXml.Wordprocessing.Paragraph>()
            .Single(p => p.InnerText == "参会回执");
        Assert.NotNull(slip.ParagraphProperties!.PageBreakBefore);

        district.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(file.Bytes, (await district.Use<ExportNotice>().AskAsync(district.Admin, meeting, Ct)).Bytes);
    }

    [Fact]
    public async Task A_cancelled_meetings_notice_says_so_and_asks_for_no_reply()
    {
        var (district, meeting) = await CallAsync();
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
        var words = LibreOfficeReader.WordsOf((await district.Use<ExportNotice>().AskAsync(district.Admin, meeting, Ct)).Bytes);
        Assert.Equal("关于取消第四季度联席会议的通知", words[0]);
        Assert.Contains(words, w => w.Contains("因故取消：台风", StringComparison.Ordinal));
        Assert.DoesNotContain("参会回执", words);
    }

    [Fact]
    public async Task The_agenda_lists_the_topics()
    {
        var (district, meeting) = await CallAsync();
        var file = await district.Use<ExportAgenda>().AskAsync(district.Admin, meeting, Ct);
        LibreOfficeReader.AssertValidPaper(file.Bytes);
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
            LibreOfficeReader.WordsOf(file.Bytes)
        );
    }

    [Fact]
    public async Task The_attendance_adds_up_and_bears_no_reasons()
    {
        var (district, meeting) = await CallAsync();
        var board = await district.Use<SeeMeetingAsHost>().AskAsync(district.Admin, meeting, Ct);
        await district
            .Use<RecordReply>()
            .RunAsync(
                district.Admin,
                new()
                {
                    InvitationId = board.Rows[0].InvitationId,
                    Reply = Reply.Leave,
                    ToldBy = "办公室",
                    LeaveReason = "出差在外",
                },
                Ct
            );

        var file = await district.Use<ExportAttendance>().AskAsync(district.Admin, meeting, Ct);

        LibreOfficeReader.AssertValidPaper(file.Bytes);
        var words = LibreOfficeReader.WordsOf(file.Bytes);
        Assert.Equal("应到 2 人 ＝ 参加 0 ＋ 派人代会 0 ＋ 请假 1 ＋ 未回复 1", words[2]);
        Assert.DoesNotContain("到会", words);
        Assert.DoesNotContain(words, w => w.Contains("出差", StringComparison.Ordinal));

        district.Clock.Advance(TimeSpan.FromDays(7));
        await district.RenewAdminAsync();
        await district
            .Use<MarkPresence>()
            .RunAsync(district.Admin, new() { MeetingId = meeting, Marks = [new(board.Rows[1].InvitationId, Presence.Late)] }, Ct);
        var held = LibreOfficeReader.WordsOf((await district.Use<ExportAttendance>().AskAsync(district.Admin, meeting, Ct)).Bytes);
        Assert.Contains("应到 2 人：实到 1 人，代会 0 人，请假 1 人，未到 0 人，未登记 0 人。", held);
        Assert.Contains("到会", held);
    }

    [Fact]
    public async Task Guests_stand_apart_on_the_papers_and_have_a_place_and_a_card()
    {
        var (district, meeting) = await CallAsync();
        var board = await district.Use<SeeMeetingAsHost>().AskAsync(district.Admin, meeting, Ct);
        await district
            .Use<InviteGuest>()
            .RunAsync(
                district.Admin,
                new()
                {
                    MeetingId = meeting,
                    GuestName = "郑列席",
                    UnitName = "区交通局",
                    Post = "科长",
                },
                Ct
            );
        await district
            .Use<RecordReply>()
            .RunAsync(
                district.Admin,
                new()
                {
                    InvitationId = board.Rows[0].InvitationId,
                    Reply = Reply.Substitute,
                    SubstituteName = "李代",
                    SubstitutePost = "副主任",
                    ToldBy = "办公室",
                },
                Ct
            );

        var summary = LibreOfficeReader.WordsOf((await district.Use<ExportAttendance>().AskAsync(district.Admin, meeting, Ct)).Bytes);
        Assert.Contains("邀请列席 1 人：区交通局 郑列席 科长", summary);
        Assert.Contains($"李代（代{board.Rows[0].Holder}）", summary);
        var sheet = LibreOfficeReader.WordsOf((await district.Use<ExportSignInSheet>().AskAsync(district.Admin, meeting, Ct)).Bytes);
        Assert.Contains("应到 2 人", sheet);
        Assert.Contains("列席人员（1 人）", sheet);
        var seating = await district.Use<ExportSeating>().AskAsync(district.Admin, meeting, Ct);
        LibreOfficeReader.AssertValidPaper(seating.Bytes);
        Assert.Contains("郑列席", LibreOfficeReader.WordsOf(seating.Bytes));
        var cards = await district.Use<ExportPlaceCards>().AskAsync(district.Admin, meeting, Ct);
        LibreOfficeReader.AssertValidPaper(cards.Bytes);
        Assert.Equal(
            ["李\u3000代", "李\u3000代", board.Rows[1].Holder, board.Rows[1].Holder, "郑列席", "郑列席"],
            LibreOfficeReader.WordsOf(cards.Bytes).Where(w => w is "李\u3000代" or "郑列席" || w == board.Rows[1].Holder)
        );
    }

    [Fact]
    public async Task The_sign_in_sheet_has_a_row_for_each_due_and_three_to_spare()
    {
        var (district, meeting) = await CallAsync();
        var file = await district.Use<ExportSignInSheet>().AskAsync(district.Admin, meeting, Ct);
        LibreOfficeReader.AssertValidPaper(file.Bytes);
        var words = LibreOfficeReader.WordsOf(file.Bytes);
        Assert.Equal("第四季度联席会议签到表", words[0]);
        Assert.Equal("应到 2 人", words[^1]);
        Assert.Contains("大连湾医院书记", words);
        Assert.Equal(["1", "2", "3", "4", "5"], words.Where(w => w.Length == 1 && char.IsDigit(w[0])));
    }
}
