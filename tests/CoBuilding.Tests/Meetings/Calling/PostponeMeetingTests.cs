using CoBuilding.Access;
using CoBuilding.Meetings;
using CoBuilding.Meetings.Attendance;
using CoBuilding.Meetings.Calling;
using CoBuilding.Meetings.Facts;
using CoBuilding.Meetings.Messages;
using CoBuilding.Meetings.Replies;
using CoBuilding.Tests.House;
using CoBuilding.Tests.Meetings.Agendas;
using CoBuilding.Texts;

namespace CoBuilding.Tests.Meetings.Calling;

public class PostponeMeetingTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task A_meeting_that_has_opened_is_neither_moved_nor_put_off_and_early_marks_do_not_outlive_a_move()
    {
        var (district, committee, member) = await PlansFixture.CreateAsync(cluster);
        var meeting = await district.MeetingAsync(district.Admin, committee, member.Seat);
        var token = (await district.Use<MakeLinks>().RunAsync(district.Admin, new() { MeetingId = meeting }, Ct))[0].Token;
        district.Clock.Advance(TimeSpan.FromDays(7) - TimeSpan.FromHours(1)); // the day's morning, before the start
        await district.RenewAdminAsync();
        var before = (await district.Use<SeeMeeting>().AskAsync(district.Admin, meeting, Ct)).Meeting;
        district.Clock.SetUtcNow(before.StartsAt - TimeSpan.FromMinutes(10));
        await district
            .Use<MarkPresence>()
            .RunAsync(
                district.Admin,
                new()
                {
                    MeetingId = meeting,
                    Marks =
                    [
                        new(
                            (await district.Use<SeeMeetingAsHost>().AskAsync(district.Admin, meeting, Ct)).Rows[0].InvitationId,
                            Presence.Present
                        ),
                    ],
                },
                Ct
            );
        await MoveAsync(district.Today.AddDays(1));
        Assert.Null((await district.Use<SeeMeetingAsHost>().AskAsync(district.Admin, meeting, Ct)).Rows[0].Presence);

        district.Clock.Advance(TimeSpan.FromDays(1));
        await district.RenewAdminAsync();
        // The link moved with the meeting.
        await district.Use<AnswerInvitation>().RunAsync(district.Link(token), new() { Reply = Reply.Attend }, Ct);
        await district.Use<CoBuilding.Meetings.Attendance.OpenMeeting>().RunAsync(district.Admin, new() { MeetingId = meeting }, Ct);
        await RuleAssert.BrokenAsync("Meetings.HasBegun", () => MoveAsync(district.Today.AddDays(3)));
        await RuleAssert.BrokenAsync(
            "Meetings.HasBegun",
            async () =>
                await district
                    .Use<PostponeMeeting>()
                    .RunAsync(
                        district.Admin,
                        new()
                        {
                            MeetingId = meeting,
                            ExpectedVersion = await VersionAsync(),
                            Reason = "台风",
                        },
                        Ct
                    )
        );

        async Task<long> VersionAsync() => (await district.Use<SeeMeeting>().AskAsync(district.Admin, meeting, Ct)).Meeting.RowVersion;
        async Task MoveAsync(DateOnly day) =>
            await district
                .Use<ChangeMeeting>()
                .RunAsync(
                    district.Admin,
                    new()
                    {
                        MeetingId = meeting,
                        ExpectedVersion = await VersionAsync(),
                        Day = day,
                        Start = new(9, 0),
                        End = new(10, 0),
                        Venue = "街道会议室",
                        ReplyByDay = day,
                        ReplyByTime = new(8, 30),
                    },
                    Ct
                );
    }

    [Fact]
    public async Task A_postponed_meeting_takes_no_answers_and_is_not_held_until_a_new_time_is_set()
    {
        var (district, committee, member) = await PlansFixture.CreateAsync(cluster);
        var meeting = await district.MeetingAsync(district.Admin, committee, member.Seat);
        var token = (await district.Use<MakeLinks>().RunAsync(district.Admin, new() { MeetingId = meeting }, Ct))[0].Token;
        await district.Use<AnswerInvitation>().RunAsync(district.Link(token), new() { Reply = Reply.Attend }, Ct);
        await district
            .Use<PostponeMeeting>()
            .RunAsync(
                district.Admin,
                new()
                {
                    MeetingId = meeting,
                    ExpectedVersion = 2,
                    Reason = "台风",
                },
                Ct
            );
        var notice = await district.Use<SeeInvitation>().AskAsync(district.Link(token), null, Ct);
        Assert.Equal((MeetingState.Postponed, "台风", (Reply?)null), (notice.State, notice.WhyNot, notice.Reply));
        await RuleAssert.BrokenAsync(
            "Meetings.IsPostponed",
            () => district.Use<AnswerInvitation>().RunAsync(district.Link(token), new() { Reply = Reply.Attend }, Ct)
        );

        district.Clock.Advance(TimeSpan.FromDays(8)); // the old day has passed
        var admin = await district.SignInAsync("admin");
        Assert.Empty((await district.Use<ListMeetings>().AskAsync(admin, new() { State = MeetingState.Held }, Ct)).Rows);
        var postponed = Assert.Single(
            (await district.Use<ListMeetings>().AskAsync(admin, new() { State = MeetingState.Postponed }, Ct)).Rows
        );
        Assert.Equal((meeting, MeetingState.Postponed), (postponed.Id, postponed.State));
        var day = district.Clock.GetUtcNow().ChinaDate().AddDays(7);
        await district
            .Use<ChangeMeeting>()
            .RunAsync(
                admin,
                new()
                {
                    MeetingId = meeting,
                    ExpectedVersion = 3,
                    Day = day,
                    Start = new(9, 0),
                    End = new(10, 0),
                    Venue = "街道会议室",
                    ReplyByDay = day,
                    ReplyByTime = new(8, 0),
                },
                Ct
            );
        Assert.Equal(MeetingState.Notified, (await district.Use<SeeMeeting>().AskAsync(admin, meeting, Ct)).State);
    }
}
