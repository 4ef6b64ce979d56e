using CoBuilding.Dashboards;
using CoBuilding.Data;
using CoBuilding.Meetings;
using CoBuilding.Meetings.Attendance;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Meetings.Attendance;

public class DecideAnswersTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task Where_a_district_asks_nothing_answers_stand_at_once()
    {
        var story = await AttendanceFixture.CallAsync(cluster);
        await AttendanceFixture.AnswerAsync(story, 0, Reply.Substitute, "李代");
        await AttendanceFixture.AnswerAsync(story, 1, Reply.Leave);
        var board = await AttendanceFixture.BoardAsync(story);
        Assert.All(board.Rows, r => Assert.Null(r.Consent));
        var unasked = await Assert.ThrowsAsync<RuleBroken>(() => DecideAsync(story, true, null, 0));
        Assert.Equal("Attendance.NothingToDecide", unasked.Key);
        Assert.DoesNotContain(await ToDosAsync(story), t => t == AttendanceToDos.DecideAnswers);
    }

    [Fact]
    public async Task A_substitute_and_leave_wait_for_the_host_and_the_unit_reads_the_word()
    {
        var story = await AttendanceFixture.CallAsync(cluster, SubstitutePolicy.AllowedWithApproval, asksLeave: true);
        await AttendanceFixture.AnswerAsync(story, 0, Reply.Substitute, "李代");
        await AttendanceFixture.AnswerAsync(story, 1, Reply.Leave);
        await AttendanceFixture.AnswerAsync(story, 2, Reply.Attend);
        var board = await AttendanceFixture.BoardAsync(story);
        Assert.Equal([Consent.Asked, Consent.Asked, null], board.Rows.Select(r => r.Consent));
        Assert.Equal(2, board.Tally.Waiting);
        Assert.Contains(await ToDosAsync(story), t => t == AttendanceToDos.DecideAnswers);

        await DecideAsync(story, true, "欢迎", 0);
        await Assert.ThrowsAsync<ValidationFailed>(() => DecideAsync(story, false, " ", 1));
        await DecideAsync(story, false, "恳请拨冗出席", 1);
        var link = await story.District.Use<SeeInvitation>().AskAsync(story.Links[0], null, Ct);
        Assert.Equal((Consent.Granted, "欢迎"), (link.Consent, link.DecisionWords));
        var row = (await AttendanceFixture.BoardAsync(story)).Rows[1];
        Assert.Equal(
            (Consent.Refused, "恳请拨冗出席", "clerk" + story.District.Street1.Code),
            (row.Consent, row.Decided!.Words, row.Decided.By)
        );
        Assert.Equal(story.District.Clock.GetUtcNow(), row.Decided.At);
        Assert.DoesNotContain(await ToDosAsync(story), t => t == AttendanceToDos.DecideAnswers);
    }

    [Fact]
    public async Task Another_answer_is_asked_anew_and_an_answer_that_changed_is_not_decided_unread()
    {
        var story = await AttendanceFixture.CallAsync(cluster, SubstitutePolicy.AllowedWithApproval);
        await AttendanceFixture.AnswerAsync(story, 0, Reply.Substitute, "李代");
        await DecideAsync(story, true, null, 0);
        var seen = (await AttendanceFixture.BoardAsync(story)).Rows[0];
        await AttendanceFixture.AnswerAsync(story, 0, Reply.Substitute, "王代");
        var row = (await AttendanceFixture.BoardAsync(story)).Rows[0];
        Assert.Equal((Consent.Asked, null), (row.Consent, row.Decided));
        await Assert.ThrowsAsync<Stale>(() =>
            story
                .District.Use<DecideAnswers>()
                .RunAsync(
                    story.Clerk,
                    new()
                    {
                        MeetingId = story.Meeting,
                        Answers = [new(seen.InvitationId, seen.RowVersion)],
                        Agrees = true,
                    },
                    Ct
                )
        );
        await AttendanceFixture.AnswerAsync(story, 0, Reply.Attend);
        Assert.Null((await AttendanceFixture.BoardAsync(story)).Rows[0].Consent);
    }

    [Fact]
    public async Task An_unapproved_substitute_counts_as_absent_and_an_approved_one_as_substitute()
    {
        var story = await AttendanceFixture.CallAsync(cluster, SubstitutePolicy.AllowedWithApproval);
        await AttendanceFixture.AnswerAsync(story, 0, Reply.Substitute, "李代");
        await AttendanceFixture.AnswerAsync(story, 1, Reply.Substitute, "王代");
        await DecideAsync(story, true, null, 1);
        await AttendanceFixture.StartAsync(story);
        var board = await AttendanceFixture.BoardAsync(story);
        await AttendanceFixture.MarkAsync(
            story,
            board.Rows.Select(r => new MarkPresence.Mark(r.InvitationId, Presence.Substitute, null, r.Unit == "丙校" ? "赵路过" : null))
        );
        Assert.Equal(
            [Outcome.Absent, Outcome.Substitute, Outcome.Absent],
            (await AttendanceFixture.BoardAsync(story)).Rows.Select(r => r.Outcome)
        );
        Assert.Equal("赵路过", (await AttendanceFixture.BoardAsync(story)).Rows[2].InPlace);

        // The chair agrees at the door.
        await DecideAsync(story, true, null, 2);
        Assert.Equal(
            [Outcome.Absent, Outcome.Substitute, Outcome.Substitute],
            (await AttendanceFixture.BoardAsync(story)).Rows.Select(r => r.Outcome)
        );
    }

    [Fact]
    public async Task A_substitute_to_whom_the_host_did_not_agree_has_no_place_in_the_room()
    {
        var story = await AttendanceFixture.CallAsync(cluster, SubstitutePolicy.AllowedWithApproval);
        await AttendanceFixture.AnswerAsync(story, 0, Reply.Substitute, "李代");
        await DecideAsync(story, false, "恳请本人出席", 0);
        var board = await AttendanceFixture.BoardAsync(story);
        Assert.Null(board.Rows[0].InPlace);
        Assert.DoesNotContain(SeatingEntry.Of(board), s => s.Name == "李代");
    }

    [Fact]
    public async Task Leave_that_was_not_granted_is_absence_once_nobody_came()
    {
        var story = await AttendanceFixture.CallAsync(cluster, SubstitutePolicy.Free, asksLeave: true);
        foreach (var n in new[] { 0, 1 })
            await AttendanceFixture.AnswerAsync(story, n, Reply.Leave);
        await DecideAsync(story, false, "恳请出席", 0);
        await DecideAsync(story, true, null, 1);
        await AttendanceFixture.StartAsync(story);
        Assert.Equal(
            [Outcome.Unmarked, Outcome.Leave, Outcome.Unmarked],
            (await AttendanceFixture.BoardAsync(story)).Rows.Select(r => r.Outcome)
        );
        var board = await AttendanceFixture.BoardAsync(story);
        await AttendanceFixture.MarkAsync(story, board.Rows.Select(r => new MarkPresence.Mark(r.InvitationId, Presence.Absent)));
        Assert.Equal(
            [Outcome.Absent, Outcome.Leave, Outcome.Absent],
            (await AttendanceFixture.BoardAsync(story)).Rows.Select(r => r.Outcome)
        );
    }

    private static async Task DecideAsync(InvitedUnit story, bool agrees, string? words, int n)
    {
        var row = (await AttendanceFixture.BoardAsync(story)).Rows[n];
        await story
            .District.Use<DecideAnswers>()
            .RunAsync(
                story.Clerk,
                new()
                {
                    MeetingId = story.Meeting,
                    Answers = [new(row.InvitationId, row.RowVersion)],
                    Agrees = agrees,
                    Words = words,
                },
                Ct
            );
    }

    private static async Task<IEnumerable<string>> ToDosAsync(InvitedUnit story) =>
        (await story.District.Use<ListToDos>().AskAsync(story.Clerk, Ct)).First.Select(t => t.Kind);
}
