using CoBuilding.Documents;
using CoBuilding.Meetings;
using CoBuilding.Meetings.Attendance;
using CoBuilding.Meetings.Facts;
using CoBuilding.Meetings.Replies;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Meetings.Attendance;

public class ExportAttendancePaperTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task The_attendance_adds_up_and_bears_no_reasons()
    {
        var (district, meeting) = await CalledMeetingFixture.CallAsync(cluster);
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

        var file = await district.Use<ExportAttendancePaper>().AskAsync(district.Admin, meeting, Ct);

        LibreOfficeReader.AssertValidPaper(file.Word().Bytes);
        var words = LibreOfficeReader.WordsOf(file.Word().Bytes);
        Assert.Equal("应到 2 人 ＝ 参加 0 ＋ 派人代会 0 ＋ 请假 1 ＋ 未回复 1", words[2]);
        Assert.DoesNotContain("到会", words);
        Assert.DoesNotContain(words, w => w.Contains("出差", StringComparison.Ordinal));

        district.Clock.Advance(TimeSpan.FromDays(7));
        await district.RenewAdminAsync();
        await district
            .Use<MarkPresence>()
            .RunAsync(district.Admin, new() { MeetingId = meeting, Marks = [new(board.Rows[1].InvitationId, Presence.Late)] }, Ct);
        var held = LibreOfficeReader.WordsOf(
            (await district.Use<ExportAttendancePaper>().AskAsync(district.Admin, meeting, Ct)).Word().Bytes
        );
        Assert.Contains("应到 2 人：实到 1 人，代会 0 人，请假 1 人，未到 0 人，未登记 0 人。", held);
        Assert.Contains("到会", held);
    }

    [Fact]
    public async Task Guests_stand_apart_on_the_papers_and_have_a_place_and_a_card()
    {
        var (district, meeting) = await CalledMeetingFixture.CallAsync(cluster);
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

        var summary = LibreOfficeReader.WordsOf(
            (await district.Use<ExportAttendancePaper>().AskAsync(district.Admin, meeting, Ct)).Word().Bytes
        );
        Assert.Contains("邀请列席 1 人：区交通局 郑列席 科长", summary);
        Assert.Contains($"李代（代{board.Rows[0].Holder}）", summary);
        var sheet = LibreOfficeReader.WordsOf(
            (await district.Use<ExportSignInSheetPaper>().AskAsync(district.Admin, meeting, Ct)).Word().Bytes
        );
        Assert.Contains("应到 2 人", sheet);
        Assert.Contains("列席人员（1 人）", sheet);
        var seating = await district.Use<ExportSeatingPaper>().AskAsync(district.Admin, meeting, Ct);
        LibreOfficeReader.AssertValidPaper(seating.Word().Bytes);
        Assert.Contains("郑列席", LibreOfficeReader.WordsOf(seating.Word().Bytes));
        var cards = await district.Use<ExportPlaceCardsPaper>().AskAsync(district.Admin, meeting, Ct);
        LibreOfficeReader.AssertValidPaper(cards.Word().Bytes);
        Assert.Equal(
            ["李\u3000代", "李\u3000代", board.Rows[1].Holder, board.Rows[1].Holder, "郑列席", "郑列席"],
            LibreOfficeReader.WordsOf(cards.Word().Bytes).Where(w => w is "李\u3000代" or "郑列席" || w == board.Rows[1].Holder)
        );
    }
}
