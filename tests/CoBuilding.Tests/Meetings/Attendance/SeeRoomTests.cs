using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Meetings;
using CoBuilding.Meetings.Attendance;
using CoBuilding.Meetings.Calling;
using CoBuilding.Meetings.Replies;
using CoBuilding.Minutes;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Meetings.Attendance;

public class SeeRoomTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task Items_follow_each_other_each_with_its_time_and_may_come_up_again()
    {
        var (district, meeting) = await BeginAsync();
        var first = (await RoomAsync(district, meeting)).Items[0].Id;
        Assert.Equal("Room.NotOpen", (await Assert.ThrowsAsync<RuleBroken>(() => TurnAsync(district, meeting, first))).Key);
        await district.Use<OpenMeeting>().RunAsync(district.Admin, new() { MeetingId = meeting }, Ct);
        var second = (await RoomAsync(district, meeting)).Items[1].Id;
        foreach (var (item, minutes) in new[] { ((Guid?)first, 10), (second, 5), (first, 2), (null, 1) })
        {
            await TurnAsync(district, meeting, item);
            district.Clock.Advance(TimeSpan.FromMinutes(minutes));
        }
        var room = await RoomAsync(district, meeting);
        Assert.Equal([(TimeSpan.FromMinutes(12), (int?)null), (TimeSpan.FromMinutes(5), 15)], room.Items.Select(i => (i.Ran, i.Minutes)));
        Assert.Null(room.Current);
        await TurnAsync(district, meeting, second);
        await district.Use<CloseMeeting>().RunAsync(district.Admin, new() { MeetingId = meeting }, Ct);
        room = await RoomAsync(district, meeting);
        Assert.False(room.IsUnderWay);
        Assert.Null(room.Current);
        Assert.Equal("Room.IsClosed", (await Assert.ThrowsAsync<RuleBroken>(() => TurnAsync(district, meeting, first))).Key);
    }

    [Fact]
    public async Task The_item_that_runs_already_is_not_begun_again()
    {
        var (district, meeting) = await BeginAsync();
        await district.Use<OpenMeeting>().RunAsync(district.Admin, new() { MeetingId = meeting }, Ct);
        var first = (await RoomAsync(district, meeting)).Items[0].Id;
        await TurnAsync(district, meeting, first);
        var since = (await RoomAsync(district, meeting)).Current!.RunningSince;
        district.Clock.Advance(TimeSpan.FromMinutes(3));
        await TurnAsync(district, meeting, first);
        Assert.Equal(since, (await RoomAsync(district, meeting)).Current!.RunningSince);
    }

    [Fact]
    public async Task The_minutes_bear_who_was_there_at_the_opening_and_the_guests_who_came()
    {
        var (district, meeting) = await BeginAsync();
        var guest = new InviteGuest.Form
        {
            MeetingId = meeting,
            GuestName = "郑列席",
            UnitName = "区交通局",
        };
        await district.Use<InviteGuest>().RunAsync(district.Admin, guest, Ct);
        var rows = (await RoomAsync(district, meeting)).Board.Page.Rows;
        await district
            .Use<MarkPresence>()
            .RunAsync(
                district.Admin,
                new()
                {
                    MeetingId = meeting,
                    Marks = [new(rows[0].InvitationId, Presence.Present)],
                    Guests = [new(guest.GuestId, Presence.Present)],
                },
                Ct
            );
        await district.Use<OpenMeeting>().RunAsync(district.Admin, new() { MeetingId = meeting }, Ct);
        await district.Use<BeginMinutes>().RunAsync(district.Admin, new() { MeetingId = meeting }, Ct);
        await district
            .Use<MarkPresence>()
            .RunAsync(district.Admin, new() { MeetingId = meeting, Marks = [new(rows[1].InvitationId, Presence.Late)] }, Ct);

        var text = (await district.Use<SeeMinutes>().AskAsync(district.Admin, meeting, Ct)).Text;
        Assert.Equal((2, 1, 1, "区交通局 郑列席"), (text.Opened!.Due, text.Opened.Present, text.Opened.Guests, text.SatIn));
        Assert.Equal(2, text.Present.Count);
        Assert.Contains(
            LibreOfficeReader.WordsOf((await district.Use<ExportMinutesPaper>().AskAsync(district.Admin, meeting, null, Ct)).Word().Bytes),
            w => w.Contains("应到 2，实到 1，代会 0，列席 1。", StringComparison.Ordinal)
        );
        Assert.Equal(2, (await RoomAsync(district, meeting)).Board.Sums.Present);
    }

    [Fact]
    public async Task A_meeting_is_opened_on_its_day_alone()
    {
        var (district, meeting) = await BeginAsync();
        district.Clock.Advance(TimeSpan.FromDays(1));
        await district.RenewAdminAsync();
        Assert.Equal(
            "Room.DayIsOver",
            (
                await Assert.ThrowsAsync<RuleBroken>(() =>
                    district.Use<OpenMeeting>().RunAsync(district.Admin, new() { MeetingId = meeting }, Ct)
                )
            ).Key
        );
    }

    [Fact]
    public async Task Every_mark_guest_opening_and_turn_is_told_to_open_boards()
    {
        var (district, meeting) = await BeginAsync();
        List<long> seen = [await WatchAsync()];
        var row = (await RoomAsync(district, meeting)).Board.Page.Rows[0];
        var guest = new InviteGuest.Form { MeetingId = meeting, GuestName = "郑列席" };
        foreach (
            var action in new Func<Task>[]
            {
                () =>
                    district
                        .Use<MarkPresence>()
                        .RunAsync(district.Admin, new() { MeetingId = meeting, Marks = [new(row.InvitationId, Presence.Present)] }, Ct),
                () => district.Use<InviteGuest>().RunAsync(district.Admin, guest, Ct),
                () =>
                    district
                        .Use<MarkPresence>()
                        .RunAsync(district.Admin, new() { MeetingId = meeting, Guests = [new(guest.GuestId, Presence.Present)] }, Ct),
                () => district.Use<OpenMeeting>().RunAsync(district.Admin, new() { MeetingId = meeting }, Ct),
                async () => await TurnAsync(district, meeting, (await RoomAsync(district, meeting)).Items[0].Id),
            }
        )
        {
            await action();
            seen.Add(await WatchAsync());
        }
        Assert.Equal(seen.Order().Distinct(), seen);

        Task<long> WatchAsync() => district.Use<WatchReplies>().AskAsync(Scope.ForClock(district.Id), meeting, Ct);
    }

    [Fact]
    public async Task A_board_finds_a_seat_by_unit_or_holder_and_narrows_to_those_unmarked()
    {
        var (district, meeting) = await BeginAsync();
        var rows = (await RoomAsync(district, meeting)).Board.Page.Rows;
        await district
            .Use<MarkPresence>()
            .RunAsync(district.Admin, new() { MeetingId = meeting, Marks = [new(rows[0].InvitationId, Presence.Present)] }, Ct);
        Assert.Equal(["乙校"], await CreateAsync(new() { MeetingId = meeting, Search = "yxsj" }));
        Assert.Equal(["甲校"], await CreateAsync(new() { MeetingId = meeting, Search = "甲校书" }));
        Assert.Equal(["乙校"], await CreateAsync(new() { MeetingId = meeting, Filter = SeeReplies.BoardFilter.Unmarked }));
        Assert.Equal(["甲校"], await CreateAsync(new() { MeetingId = meeting, Filter = SeeReplies.BoardFilter.Present }));
        Assert.Equal(
            ["乙校"],
            await CreateAsync(
                new()
                {
                    MeetingId = meeting,
                    Size = 1,
                    Number = 2,
                }
            )
        );

        async Task<IEnumerable<string?>> CreateAsync(SeeReplies.Question question) =>
            (await district.Use<SeeReplies>().AskAsync(district.Admin, question, Ct)).Page.Rows.Select(r => r.Unit);
    }

    /// <summary>A meeting of two units whose time has come.</summary>
    private async Task<(TestDistrict District, Guid Meeting)> BeginAsync()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var committee = await district.CommitteeAsync(district.Street1);
        var first = await district.MemberAsync(committee, district.Street1, "甲校", district.Today.AddDays(-30));
        var second = await district.MemberAsync(committee, district.Street1, "乙校", district.Today.AddDays(-20));
        var form = district.MeetingForm(committee, first.Seat, second.Seat) with
        {
            Agenda = [new() { Topic = "研究停车难" }, new() { Topic = "通报事项", Minutes = 15 }],
        };
        await district.Use<DraftMeeting>().RunAsync(district.Admin, form, Ct);
        await district.Use<SendNotice>().RunAsync(district.Admin, new() { MeetingId = form.MeetingId }, Ct);
        district.Clock.Advance(TimeSpan.FromDays(7));
        await district.RenewAdminAsync();
        return (district, form.MeetingId);
    }

    private static Task<SeeRoom.Answer> RoomAsync(TestDistrict district, Guid meeting) =>
        district.Use<SeeRoom>().AskAsync(district.Admin, new() { MeetingId = meeting }, Ct);

    private static Task TurnAsync(TestDistrict district, Guid meeting, Guid? item) =>
        district.Use<GoToItem>().RunAsync(district.Admin, new() { MeetingId = meeting, AgendaItemId = item }, Ct);
}
