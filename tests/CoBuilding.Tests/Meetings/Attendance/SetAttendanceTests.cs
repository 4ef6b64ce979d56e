using CoBuilding.Data;
using CoBuilding.Meetings;
using CoBuilding.Meetings.Attendance;
using CoBuilding.Meetings.Calling;
using CoBuilding.Meetings.Replies;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Meetings.Attendance;

public class SetAttendanceTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task A_meeting_goes_by_what_held_when_its_notice_was_given()
    {
        var story = await AttendanceFixture.CallAsync(cluster);
        await story
            .District.Use<SetAttendance>()
            .RunAsync(story.District.Admin, new() { Substitutes = SubstitutePolicy.NotAllowed, AsksLeave = true }, Ct);
        await story.District.Use<SetQuorum>().RunAsync(story.District.Admin, new() { QuorumRule = QuorumRule.TwoThirds }, Ct);
        await AttendanceFixture.AnswerAsync(story, 0, Reply.Substitute, "李代");
        var board = await AttendanceFixture.BoardAsync(story);
        Assert.Equal(
            (SubstitutePolicy.Free, false, Quorum.Off),
            (board.Meeting.Substitutes, board.Meeting.AsksLeave, board.Meeting.Quorum)
        );

        await story
            .District.Use<ChangeMeeting>()
            .RunAsync(
                story.Clerk,
                new()
                {
                    MeetingId = story.Meeting,
                    ExpectedVersion = board.Meeting.RowVersion,
                    Day = story.District.Today.AddDays(8),
                    Start = new(9, 0),
                    End = new(11, 0),
                    Venue = "新址",
                    ReplyByDay = story.District.Today.AddDays(6),
                    ReplyByTime = new(17, 0),
                },
                Ct
            );
        board = await AttendanceFixture.BoardAsync(story);
        Assert.Equal(
            (SubstitutePolicy.NotAllowed, true, QuorumRule.TwoThirds),
            (board.Meeting.Substitutes, board.Meeting.AsksLeave, board.Meeting.Quorum.Rule)
        );
    }

    [Fact]
    public async Task Where_no_substitutes_come_naming_one_is_refused_by_link_and_by_phone()
    {
        var story = await AttendanceFixture.CallAsync(cluster, SubstitutePolicy.NotAllowed);
        var byLink = await Assert.ThrowsAsync<RuleBroken>(() => AttendanceFixture.AnswerAsync(story, 0, Reply.Substitute, "李代"));
        var byPhone = await Assert.ThrowsAsync<RuleBroken>(async () =>
            await story
                .District.Use<RecordReply>()
                .RunAsync(
                    story.Clerk,
                    new()
                    {
                        InvitationId = (await AttendanceFixture.BoardAsync(story)).Rows[0].InvitationId,
                        Reply = Reply.Substitute,
                        SubstituteName = "李代",
                        ToldBy = "联络员",
                    },
                    Ct
                )
        );
        Assert.Equal(("Attendance.NoSubstitutes", "Attendance.NoSubstitutes"), (byLink.Key, byPhone.Key));
    }
}
