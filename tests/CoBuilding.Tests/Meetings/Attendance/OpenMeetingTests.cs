using CoBuilding.Data;
using CoBuilding.Meetings;
using CoBuilding.Meetings.Attendance;
using CoBuilding.Meetings.Facts;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Meetings.Attendance;

public class OpenMeetingTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task Opening_keeps_who_was_there_whoever_comes_later()
    {
        var story = await AttendanceFixture.CallAsync(cluster, quorum: QuorumRule.MoreThanHalf);
        await AttendanceFixture.AnswerAsync(story, 0, Reply.Attend);
        Assert.Equal((QuorumState.NotYet, 1), StateOf(await AttendanceFixture.BoardAsync(story)));
        await AttendanceFixture.StartAsync(story);
        var ids = (await AttendanceFixture.BoardAsync(story)).Rows.Select(r => r.InvitationId).ToList();
        await AttendanceFixture.MarkAsync(story, [new(ids[0], Presence.Present)]);
        await story.District.Use<OpenMeeting>().RunAsync(story.Clerk, new() { MeetingId = story.Meeting }, Ct);
        await AttendanceFixture.MarkAsync(story, [new(ids[1], Presence.Late), new(ids[2], Presence.Present)]);
        var board = await AttendanceFixture.BoardAsync(story);
        Assert.Equal((QuorumState.Reached, 0), StateOf(board));
        Assert.Equal(
            (3, 1, QuorumState.NotYet, 1),
            (board.Session!.Figures.Due, board.Session.Figures.Present, board.Session.Figures.Quorum, board.Session.Figures.ShortBy)
        );
        Assert.Equal(
            "Room.IsOpen",
            (
                await Assert.ThrowsAsync<RuleBroken>(() =>
                    story.District.Use<OpenMeeting>().RunAsync(story.Clerk, new() { MeetingId = story.Meeting }, Ct)
                )
            ).Key
        );

        static (QuorumState, int) StateOf(SeeMeeting.Answer board) => (board.Quorum!.State, board.Quorum.ShortBy);
    }
}
