using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Meetings;
using CoBuilding.Meetings.Attendance;
using CoBuilding.Meetings.Messages;
using CoBuilding.Meetings.Replies;
using CoBuilding.Tests.House;
using CoBuilding.Tests.Meetings.Attendance;

namespace CoBuilding.Tests.Meetings.Replies;

public class AnswerInvitationTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task A_substitute_who_is_invited_already_is_refused_unless_it_is_a_namesake()
    {
        var story = await AttendanceFixture.CallAsync(cluster);
        await story.District.Use<InviteGuest>().RunAsync(story.Clerk, new() { MeetingId = story.Meeting, GuestName = "郑列席" }, Ct);
        foreach (var taken in new[] { "乙校书记", "甲校书记", "郑列席" })
        {
            var refused = await Assert.ThrowsAsync<RuleBroken>(() => AttendanceFixture.AnswerAsync(story, 0, Reply.Substitute, taken));
            Assert.Equal(("Attendance.SubstituteIsInvited", taken), (refused.Key, refused.Args[0]));
        }
        var row = (await AttendanceFixture.BoardAsync(story)).Rows[0];
        await Assert.ThrowsAsync<RuleBroken>(() =>
            story
                .District.Use<RecordReply>()
                .RunAsync(
                    story.Clerk,
                    new()
                    {
                        InvitationId = row.InvitationId,
                        Reply = Reply.Substitute,
                        SubstituteName = "乙校书记",
                        ToldBy = "联络员",
                    },
                    Ct
                )
        );
        await story
            .District.Use<AnswerInvitation>()
            .RunAsync(
                story.Links[0],
                new()
                {
                    Reply = Reply.Substitute,
                    SubstituteName = "乙校书记",
                    IsNamesake = true,
                },
                Ct
            );
        Assert.Equal("乙校书记", (await AttendanceFixture.BoardAsync(story)).Rows[0].SubstituteName);
    }

    [Fact]
    public async Task The_holder_corrects_what_the_liaison_officer_answered_until_the_very_second_of_the_start()
    {
        var story = await AttendanceFixture.CallAsync(cluster);
        var liaison = story.District.Link(
            (
                await story
                    .District.Use<MakeLinks>()
                    .RunAsync(story.Clerk, new() { MeetingId = story.Meeting, Only = Addressee.LiaisonOfficer }, Ct)
            )[0].Token
        );
        await story.District.Use<AnswerInvitation>().RunAsync(liaison, new() { Reply = Reply.Leave, LeaveReason = "住院" }, Ct);
        var start = (await AttendanceFixture.BoardAsync(story)).Meeting.StartsAt;
        story.District.Clock.SetUtcNow(start.AddTicks(-1));
        await story.District.Use<AnswerInvitation>().RunAsync(story.Links[0], new() { Reply = Reply.Attend }, Ct);
        var row = (await AttendanceFixture.BoardAsync(story, await story.ClerkAgainAsync())).Rows[0];
        Assert.Equal((Reply.Attend, ReplySource.Holder, true), (row.Reply, row.ReplySource, row.IsLate));
        story.District.Clock.SetUtcNow(start);
        var refused = await Assert.ThrowsAsync<RuleBroken>(() =>
            story.District.Use<AnswerInvitation>().RunAsync(liaison, new() { Reply = Reply.Leave }, Ct)
        );
        Assert.Equal("Meetings.HasBegun", refused.Key);
    }

    [Fact]
    public async Task The_same_answer_twenty_times_at_once_is_stored_once()
    {
        var story = await AttendanceFixture.CallAsync(cluster);
        var form = new AnswerInvitation.Form { Reply = Reply.Attend };
        var version = (await AttendanceFixture.BoardAsync(story)).Rows[0].RowVersion;
        await Task.WhenAll(
            Enumerable
                .Range(0, 20)
                .Select(_ => TransientRetry.RunAsync(() => story.District.Use<AnswerInvitation>().RunAsync(story.Links[0], form, Ct), Ct))
        );
        Assert.Equal(version + 1, (await AttendanceFixture.BoardAsync(story)).Rows[0].RowVersion);
        var journal = await story
            .District.Use<SeeJournal>()
            .AskAsync(story.District.Auditor, new() { Search = nameof(Right.AnswerInvitation), Size = 50 }, Ct);
        Assert.Single(journal.Rows);
    }

    [Fact]
    public async Task A_link_that_was_passed_on_shows_the_seat_and_no_reason_for_leave()
    {
        var story = await AttendanceFixture.CallAsync(cluster);
        await story.District.Use<AnswerInvitation>().RunAsync(story.Links[0], new() { Reply = Reply.Leave, LeaveReason = "住院手术" }, Ct);
        var shown = await story.District.Use<SeeInvitation>().AskAsync(story.Links[0], null, Ct);
        Assert.DoesNotContain("住院", shown.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("13812345678", shown.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("乙校", shown.ToString(), StringComparison.Ordinal);
        // Sent again without a reason, the one before stays.
        await story.District.Use<AnswerInvitation>().RunAsync(story.Links[0], new() { Reply = Reply.Leave }, Ct);
        Assert.Equal("住院手术", (await AttendanceFixture.BoardAsync(story)).Rows[0].LeaveReason);
    }
}
