using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Meetings;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Meetings.Attendance;

public class MarkPresenceTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task After_the_day_a_mark_needs_a_reason_which_is_shown_and_journaled()
    {
        var story = await AttendanceFixture.CallAsync(cluster);
        await AttendanceFixture.StartAsync(story);
        var ids = (await AttendanceFixture.BoardAsync(story)).Rows.Select(r => r.InvitationId).ToList();
        await AttendanceFixture.MarkAsync(story, [new(ids[0], Presence.Late, new TimeOnly(9, 20))], PresenceSource.Sheet);
        var marked = (await AttendanceFixture.BoardAsync(story)).Rows[0].Marked!;
        Assert.Equal((PresenceSource.Sheet, new TimeOnly(9, 20), null), (marked.Source, marked.Time, marked.Reason));

        story.District.Clock.Advance(TimeSpan.FromDays(1));
        story.Clerk = await story.ClerkAgainAsync();
        Assert.Equal(
            "Attendance.BackSigningNeedsReason",
            (await Assert.ThrowsAsync<RuleBroken>(() => AttendanceFixture.MarkAsync(story, [new(ids[0], Presence.Present)]))).Key
        );
        await Assert.ThrowsAsync<RuleBroken>(() => AttendanceFixture.MarkAsync(story, [new(ids[1], Presence.LeftEarly)]));
        // The same mark again changes nothing and asks nothing.
        await AttendanceFixture.MarkAsync(story, [new(ids[0], Presence.Late, new TimeOnly(9, 20))], PresenceSource.Sheet);
        await AttendanceFixture.MarkAsync(
            story,
            [new(ids[0], Presence.Present), new(ids[1], Presence.LeftEarly, new TimeOnly(10, 0))],
            reason: "核对签到表"
        );
        var rows = (await AttendanceFixture.BoardAsync(story)).Rows;
        Assert.Equal(
            [(Outcome.Present, "核对签到表"), (Outcome.Present, "核对签到表")],
            rows.Take(2).Select(r => (r.Outcome, r.Marked!.Reason))
        );
        story.District.Clock.Advance(TimeSpan.FromMinutes(1));
        var journal = (
            await story
                .District.Use<SeeJournal>()
                .AskAsync(await story.District.SignInAsync("auditor"), new() { Subject = "invitations" }, Ct)
        ).Rows[0];
        Assert.Contains("核对签到表", journal.After, StringComparison.Ordinal);
    }
}
