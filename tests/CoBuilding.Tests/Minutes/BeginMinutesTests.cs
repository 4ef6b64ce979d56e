using CoBuilding.Data;
using CoBuilding.Meetings;
using CoBuilding.Meetings.Attendance;
using CoBuilding.Meetings.Calling;
using CoBuilding.Meetings.Facts;
using CoBuilding.Meetings.Replies;
using CoBuilding.Minutes;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Minutes;

public class BeginMinutesTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task The_shell_is_filled_from_facts_and_nothing_is_typed_twice()
    {
        var scene = await MinutesFixture.SceneAsync(cluster);
        var (district, clerk) = (scene.District, scene.Clerk);
        var board = await district.Use<SeeMeetingAsHost>().AskAsync(clerk, scene.Meeting, Ct);
        var row = board.Rows.Single(r => r.Unit == "大连湾医院");
        await district
            .Use<RecordReply>()
            .RunAsync(
                clerk,
                new()
                {
                    InvitationId = row.InvitationId,
                    Reply = Reply.Substitute,
                    SubstituteName = "李新",
                    ToldBy = "王",
                },
                Ct
            );
        await district
            .Use<MarkPresence>()
            .RunAsync(clerk, new() { MeetingId = scene.Meeting, Marks = [new(row.InvitationId, Presence.Substitute)] }, Ct);
        await district.Use<BeginMinutes>().RunAsync(clerk, new() { MeetingId = scene.Meeting }, Ct);

        var seen = await scene.SeeAsync();
        Assert.Equal("第四季度联席会议", seen.Text.Title);
        Assert.Equal(["大连湾中学 大连湾中学书记", "大连湾医院 李新（代大连湾医院书记）"], seen.Text.Present.Select(p => p.Said));
        Assert.Equal(["研究老旧小区停车难", "通报第三季度事项", null], seen.Text.Items.Select(i => i.Topic));
        Assert.Equal("clerk" + district.Street1.Code, seen.Text.Recorder);
        district.Clock.Advance(TimeSpan.FromHours(1)); // now it has begun
        var list = await district.Use<ListMeetings>().AskAsync(clerk, new() { State = MeetingState.MinutesDrafted }, Ct);
        Assert.Equal(scene.Meeting, Assert.Single(list.Rows).Id);
        Assert.Single((await district.Use<ListMeetings>().AskAsync(clerk, new() { State = MeetingState.Held }, Ct)).Rows);
    }

    [Fact]
    public async Task The_room_is_open_on_the_meetings_day_until_somebody_closes_it_although_minutes_are_being_written()
    {
        var scene = await MinutesFixture.SceneAsync(cluster);
        await scene.RunAsync<OpenMeeting>(u => u.RunAsync(scene.Clerk, new() { MeetingId = scene.Meeting }, Ct));
        await scene.District.MinutesAsync(scene.Clerk, scene.Meeting);
        scene.District.Clock.Advance(TimeSpan.FromHours(1));
        var seen = await SeeAsync();
        Assert.Equal((MeetingState.MinutesDrafted, true), (seen.State, seen.IsInRoom));
        await scene.RunAsync<CloseMeeting>(u => u.RunAsync(scene.Clerk, new() { MeetingId = scene.Meeting }, Ct));
        Assert.False((await SeeAsync()).IsInRoom);

        Task<SeeMeeting.Answer> SeeAsync() => scene.District.Use<SeeMeeting>().AskAsync(scene.Clerk, scene.Meeting, Ct);
    }

    [Fact]
    public async Task A_meeting_has_one_set_of_minutes_and_not_before_it_begins()
    {
        var scene = await MinutesFixture.SceneAsync(cluster);
        await scene.District.MinutesAsync(scene.Clerk, scene.Meeting);
        await RuleAssert.BrokenAsync(
            "Minutes.AlreadyBegun",
            scene.RunAsync<BeginMinutes>(u => u.RunAsync(scene.Clerk, new() { MeetingId = scene.Meeting }, Ct))
        );
        var coming = await scene.District.MeetingAsync(scene.Clerk, scene.Committee, scene.First.Seat);
        await RuleAssert.BrokenAsync(
            "Meetings.NotBegun",
            scene.RunAsync<BeginMinutes>(u => u.RunAsync(scene.Clerk, new() { MeetingId = coming }, Ct))
        );
    }

    [Fact]
    public async Task A_meeting_whose_minutes_were_begun_is_neither_moved_nor_put_off_nor_cancelled()
    {
        var scene = await MinutesFixture.SceneAsync(cluster);
        var minutes = await scene.District.MinutesAsync(scene.Clerk, scene.Meeting);
        var (meeting, version) = (minutes.Meeting, minutes.Meeting.RowVersion);
        var change = new ChangeMeeting.Form
        {
            MeetingId = meeting.Id,
            ExpectedVersion = version,
            Day = meeting.Day.AddDays(1),
            Start = new(9, 0),
            End = new(11, 0),
            Venue = meeting.Venue,
            ReplyByDay = meeting.Day,
            ReplyByTime = new(9, 0),
        };
        await RuleAssert.BrokenAsync("Meetings.IsWrittenUp", scene.RunAsync<ChangeMeeting>(u => u.RunAsync(scene.Clerk, change, Ct)));
        await RuleAssert.BrokenAsync(
            "Meetings.IsWrittenUp",
            scene.RunAsync<PostponeMeeting>(u =>
                u.RunAsync(
                    scene.Clerk,
                    new()
                    {
                        MeetingId = meeting.Id,
                        ExpectedVersion = version,
                        Reason = "停电",
                    },
                    Ct
                )
            )
        );
        await RuleAssert.BrokenAsync(
            "Meetings.IsWrittenUp",
            scene.RunAsync<CancelMeeting>(u =>
                u.RunAsync(
                    scene.Clerk,
                    new()
                    {
                        MeetingId = meeting.Id,
                        ExpectedVersion = version,
                        Reason = "停电",
                    },
                    Ct
                )
            )
        );
    }
}
