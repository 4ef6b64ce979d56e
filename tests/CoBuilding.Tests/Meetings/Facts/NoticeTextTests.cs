using System.Globalization;
using System.Text;
using CoBuilding.Access;
using CoBuilding.Documents;
using CoBuilding.Meetings;
using CoBuilding.Meetings.Calling;
using CoBuilding.Meetings.Facts;
using CoBuilding.Meetings.Messages;
using CoBuilding.Meetings.Replies;
using CoBuilding.Tests.House;
using CoBuilding.Texts;
using Calendar = CoBuilding.Meetings.Replies.Calendar;

namespace CoBuilding.Tests.Meetings.Facts;

public class NoticeTextTests(TestCluster cluster)
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");
    private static CancellationToken Ct => TestDistrict.Ct;

    private async Task<(TestDistrict District, Guid Meeting, Guid Committee)> CallAsync()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var committee = await district.CommitteeAsync(district.Street1);
        var first = await district.MemberAsync(committee, district.Community1, "大连湾中学");
        var second = await district.MemberAsync(committee, district.Street1, "大连湾医院");
        return (district, await district.MeetingAsync(district.Admin, committee, first.Seat, second.Seat), committee);
    }

    private static async Task<SeeMeeting.Answer> BoardAsync(TestDistrict district, Guid meeting) =>
        await district.Use<SeeMeetingAsHost>().AskAsync(district.Admin, meeting, Ct);

    [Fact]
    public async Task A_notice_to_one_unit_reads_as_a_notice_does()
    {
        var (district, meeting, _) = await CallAsync();
        var board = await BoardAsync(district, meeting);

        var text = CultureScope.In(
            TestDistrict.Chinese,
            () => NoticeText.Notice(board, board.Due, new("大连湾中学", "https://portal.example/t/a/abc"))
        );

        Assert.Equal(
            """
            关于召开第四季度联席会议的通知
            大连湾中学：
            　　为做好共建互补工作，东街道BigWorking定于2026年11月30日（星期一）召开第四季度联席会议，诚邀贵单位参加。现将有关事项通知如下：
            一、时间：2026年11月30日（星期一）上午9:00—上午11:00
            二、地点：街道三楼会议室
            三、议题：
            　　1. 研究老旧小区停车难
            　　2. 通报第三季度事项
            四、参会人员：大连湾中学 大连湾中学书记
            五、有关事项：恳请于2026年11月28日（星期六）下午5:00前回复能否参加；不便参加的，可请熟悉情况的同志代会，或告知请假。
            六、联系人：王芳，电话：0411-87654321
            点此回复（参加、派人代会或请假）：https://portal.example/t/a/abc
            　　感谢贵单位一直以来的支持！
            东街道BigWorking
            2026年11月23日
            """,
            text
        );
    }

    [Fact]
    public async Task A_notice_to_the_group_names_all_and_bears_no_link()
    {
        var (district, meeting, _) = await CallAsync();
        var board = await BoardAsync(district, meeting) with
        {
            Guests = [new(Guid.CreateVersion7(), "宋立新", "区民政局", "科长", null, null, null)],
        };
        var text = CultureScope.In(TestDistrict.Chinese, () => NoticeText.Notice(board));
        Assert.Contains("\n五、列席人员：区民政局 宋立新 科长\n六、有关事项：", text, StringComparison.Ordinal);
        Assert.Contains("\n七、联系人：王芳", text, StringComparison.Ordinal);
        Assert.Contains("大连湾中学", text.Split('\n')[1], StringComparison.Ordinal);
        Assert.Contains("大连湾医院", text.Split('\n')[1], StringComparison.Ordinal);
        Assert.DoesNotContain("http", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_English_every_line_is_English()
    {
        var (district, meeting, _) = await CallAsync();
        var board = await BoardAsync(district, meeting);
        var text = CultureScope.In(
            English,
            () => NoticeText.Notice(board, board.Due, new("大连湾中学", "https://x")) + NoticeText.Reminder(board)
        );
        Assert.StartsWith("Notice of ", text, StringComparison.Ordinal);
        Assert.Contains("\n1. Time: Monday, 30 November 2026, 9:00", text, StringComparison.Ordinal);
        Assert.Contains("\n6. Contact: ", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Notices.", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reminder_names_politely_who_has_not_answered_and_nobody_else()
    {
        var (district, meeting, _) = await CallAsync();
        var board = await BoardAsync(district, meeting);
        await district
            .Use<RecordReply>()
            .RunAsync(
                district.Admin,
                new()
                {
                    InvitationId = board.Rows.Single(r => r.Unit == "大连湾医院").InvitationId,
                    Reply = Reply.Attend,
                    ToldBy = "办公室",
                },
                Ct
            );
        var later = await BoardAsync(district, meeting);

        var text = CultureScope.In(TestDistrict.Chinese, () => NoticeText.Reminder(later))!;

        Assert.Contains(
            "尚未收到以下单位的回复：大连湾中学。恳请在方便时于2026年11月28日（星期六）下午5:00前告知",
            text,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("大连湾医院", text, StringComparison.Ordinal);
        Assert.DoesNotContain("http", text, StringComparison.Ordinal);

        await district
            .Use<RecordReply>()
            .RunAsync(
                district.Admin,
                new()
                {
                    InvitationId = board.Rows.Single(r => r.Unit == "大连湾中学").InvitationId,
                    Reply = Reply.Attend,
                    ToldBy = "办公室",
                },
                Ct
            );
        Assert.Null(NoticeText.Reminder(await BoardAsync(district, meeting)));
    }

    [Fact]
    public async Task After_the_reply_date_a_reminder_does_not_ask_for_an_answer_in_the_past()
    {
        var (district, meeting, _) = await CallAsync();
        district.Clock.Advance(TimeSpan.FromDays(6));
        await district.RenewAdminAsync();
        var board = await BoardAsync(district, meeting);
        var text = CultureScope.In(TestDistrict.Chinese, () => NoticeText.Reminder(board))!;
        Assert.Contains("原定的回复时间已过，仍恳请", text, StringComparison.Ordinal);
        Assert.DoesNotContain("11月28日", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_meeting_asks_again_and_a_cancelled_one_says_so()
    {
        var (district, meeting, _) = await CallAsync();
        await district
            .Use<CancelMeeting>()
            .RunAsync(
                district.Admin,
                new()
                {
                    MeetingId = meeting,
                    ExpectedVersion = (await BoardAsync(district, meeting)).Meeting.RowVersion,
                    Reason = "台风。",
                },
                Ct
            );
        var board = await BoardAsync(district, meeting);
        var text = CultureScope.In(TestDistrict.Chinese, () => NoticeText.Notice(board, board.Due, new("大连湾中学", "https://x")));
        Assert.StartsWith("关于取消第四季度联席会议的通知\n大连湾中学：\n", text, StringComparison.Ordinal);
        Assert.Contains("因故取消：台风。由此", text, StringComparison.Ordinal);
        Assert.DoesNotContain("https://x", text, StringComparison.Ordinal);
        Assert.Null(NoticeText.Reminder(board));
    }

    [Fact]
    public void No_text_orders_anybody()
    {
        foreach (var room in new[] { "Notices", "Exports" })
        {
            var texts = Wording.NamesIn(room).Select(name => Wording.FindIn(TestDistrict.Chinese, $"{room}.{name}")!).ToList();
            Assert.NotEmpty(texts);
            Assert.All(texts, t => Assert.DoesNotMatch("必须|责令|务必|分派|不得|要求", t));
        }
    }

    [Fact]
    public async Task A_calendar_reads_the_meeting_as_it_was_called_and_as_it_was_cancelled()
    {
        var (district, meeting, _) = await CallAsync();
        var made = await district.Use<MakeLinks>().RunAsync(district.Admin, new() { MeetingId = meeting }, Ct);
        var link = district.Link(made[0].Token);

        var file = Calendar.Of(await district.Use<SeeInvitation>().AskAsync(link, null, Ct), district.Clock.GetUtcNow());

        var text = Encoding.UTF8.GetString(file.Bytes);
        Assert.Contains("BEGIN:VTIMEZONE", text, StringComparison.Ordinal);
        Assert.Contains("DTSTART;TZID=Asia/Shanghai:20261130T090000", text, StringComparison.Ordinal);
        var read = Assert.Single(Ical.Net.Calendar.Load(text)!.Events);
        Assert.Equal((meeting + "@cobuilding", "CONFIRMED"), (read.Uid, read.Status));
        Assert.Equal(new DateTime(2026, 11, 30, 1, 0, 0), read.DtStart!.AsUtc);
        Assert.Equal(new DateTime(2026, 11, 30, 3, 0, 0), read.DtEnd!.AsUtc);
        Assert.Equal(("第四季度联席会议", "街道三楼会议室"), (read.Summary, read.Location));
        Assert.Contains("1. 研究老旧小区停车难\n2. 通报第三季度事项", read.Description, StringComparison.Ordinal);
        Assert.Equal(
            file.Bytes,
            Calendar.Of(await district.Use<SeeInvitation>().AskAsync(link, null, Ct), district.Clock.GetUtcNow()).Bytes
        );

        await district
            .Use<CancelMeeting>()
            .RunAsync(
                district.Admin,
                new()
                {
                    MeetingId = meeting,
                    ExpectedVersion = (await BoardAsync(district, meeting)).Meeting.RowVersion,
                    Reason = "台风",
                },
                Ct
            );
        var cancelled = Calendar.Of(await district.Use<SeeInvitation>().AskAsync(link, null, Ct), district.Clock.GetUtcNow());
        var after = Assert.Single(Ical.Net.Calendar.Load(Encoding.UTF8.GetString(cancelled.Bytes))!.Events);
        Assert.Equal((read.Uid, "CANCELLED"), (after.Uid, after.Status));
    }
}
