using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Meetings;
using CoBuilding.Meetings.Facts;
using CoBuilding.Meetings.Messages;
using CoBuilding.Meetings.Replies;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Meetings.Calling;

public class SendNoticeTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task A_clerk_calls_a_meeting_and_a_unit_answers_by_link()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var clerk = await district.ClerkAsync(district.Street1);
        var committee = await district.CommitteeAsync(district.Street1);
        var first = await district.MemberAsync(committee, district.Community1, "大连湾中学");
        var second = await district.MemberAsync(committee, district.Street1, "大连湾医院");
        var meeting = await district.MeetingAsync(clerk, committee, first.Seat, second.Seat);

        var links = await district.Use<MakeLinks>().RunAsync(clerk, new() { MeetingId = meeting }, Ct);
        Assert.Equal(4, links.Count); // holder and liaison officer of two units
        var link = district.Link(links.Single(l => l.Unit == "大连湾中学" && l.Addressee == Addressee.LiaisonOfficer).Token);

        var notice = await district.Use<SeeInvitation>().AskAsync(link, null, Ct);
        Assert.Equal(("大连湾中学", "大连湾中学书记", null), (notice.Unit, notice.Holder, notice.Reply));
        Assert.Equal(["研究老旧小区停车难", "通报第三季度事项"], notice.Topics);

        await district.Use<AnswerInvitation>().RunAsync(link, new() { Reply = Reply.Attend }, Ct);

        var board = await district.Use<SeeMeetingAsHost>().AskAsync(clerk, meeting, Ct);
        Assert.Equal((2, 1, 1), (board.Sums.Due, board.Sums.Attending, board.Sums.Unanswered));
        var row = board.Rows.Single(r => r.Unit == "大连湾中学");
        Assert.Equal((Reply.Attend, ReplySource.LiaisonOfficer, false), (row.Reply, row.ReplySource, row.IsLate));

        var list = await district.Use<ListMeetings>().AskAsync(clerk, new(), Ct);
        Assert.Equal((2, 1, 1), (list.Rows[0].Invited, list.Rows[0].Attending, list.Rows[0].Unanswered));
    }
}
