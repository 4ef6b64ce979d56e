using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Committees.Seats;
using CoBuilding.Data;
using CoBuilding.Jobs;
using CoBuilding.Jobs.Outbox;
using CoBuilding.Meetings;
using CoBuilding.Meetings.Calling;
using CoBuilding.Meetings.Facts;
using CoBuilding.Meetings.Replies;
using CoBuilding.Tests.House;
using CoBuilding.Tests.Jobs;
using CoBuilding.Tests.Jobs.Channels;
using CoBuilding.Units;
using CoBuilding.Units.People;

namespace CoBuilding.Tests.Meetings.Messages;

public class MeetingMessagesTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task A_notice_brings_each_addressee_a_link_of_their_own_that_answers()
    {
        await using var server = await WebReceiver.TakingAllAsync();
        var office = await MessagingFixture.OpenAsync(cluster, server.Address);
        await office.NotifyAsync(ChannelKind.Sms);
        await office.SendDueAsync();
        var tokens = SendingFixture.TextsTo(server).Select(t => t.Split("https://dj.example.cn/x/a/")[1].Split(' ')[0]).ToList();
        Assert.Equal(4, tokens.Distinct().Count());
        foreach (var token in tokens)
            await office.District.Use<AnswerInvitation>().RunAsync(office.District.Link(token), new() { Reply = Reply.Attend }, Ct);
        Assert.All(await office.BoardAsync(), r => Assert.Equal(Reply.Attend, r.Reply));
    }

    [Fact]
    public async Task The_board_says_of_each_seat_how_the_notice_came()
    {
        await using var server = await WebReceiver.TakingAllAsync();
        var office = await MessagingFixture.OpenAsync(cluster, server.Address);
        foreach (var post in (await office.District.Use<SeeUnit>().AskAsync(office.Clerk, office.Members[1].Unit, Ct)).Posts)
            await office
                .District.Use<EditPerson>()
                .RunAsync(
                    office.Clerk,
                    new()
                    {
                        PersonId = post.PersonId,
                        ExpectedVersion = post.PersonVersion,
                        Name = post.Name,
                        Mobile = "",
                    },
                    Ct
                );
        await office.NotifyAsync(ChannelKind.Sms);
        Assert.Equal([MessageState.Waiting, MessageState.Unaddressed], (await office.BoardAsync()).Select(r => r.NoticeDelivery!.State));
        await office.SendDueAsync();
        Assert.Equal([MessageState.Sent, MessageState.Unaddressed], (await office.BoardAsync()).Select(r => r.NoticeDelivery!.State));
        Assert.Equal(2, server.Calls.Count);

        // Once there is a number, the message can be tried.
        var secretary = (await office.District.Use<SeeUnit>().AskAsync(office.Clerk, office.Members[1].Unit, Ct)).Posts[0];
        await office
            .District.Use<EditPerson>()
            .RunAsync(
                office.Clerk,
                new()
                {
                    PersonId = secretary.PersonId,
                    ExpectedVersion = secretary.PersonVersion,
                    Name = secretary.Name,
                    Mobile = "13900000001",
                },
                Ct
            );
        var lacking = (await office.MessagesAsync()).Single(m => m.State == MessageState.Unaddressed && m.Name == secretary.Name);
        await office
            .District.Use<TryMessageAgain>()
            .RunAsync(office.Clerk, new() { MessageId = lacking.Id, ExpectedVersion = lacking.RowVersion }, Ct);
        await office.SendDueAsync();
        Assert.Equal([MessageState.Sent, MessageState.Sent], (await office.BoardAsync()).Select(r => r.NoticeDelivery!.State));
        Assert.Contains("13900000001", server.Calls.Last().Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_notice_at_night_waits_for_the_morning_and_a_change_does_not()
    {
        await using var server = await WebReceiver.TakingAllAsync();
        var office = await MessagingFixture.OpenAsync(cluster, server.Address);
        await office.PassAsync(TimeSpan.FromHours(11)); // eight in the evening
        var form = office.District.MeetingForm(office.Committee, office.Members[0].Seat);
        await office.District.Use<DraftMeeting>().RunAsync(office.Clerk, form, Ct);
        await office
            .District.Use<SendNotice>()
            .RunAsync(office.Clerk, new() { MeetingId = form.MeetingId, Channels = [ChannelKind.Sms] }, Ct);
        await office.SendDueAsync();
        Assert.Empty(server.Calls);

        await office
            .District.Use<ChangeMeeting>()
            .RunAsync(
                office.Clerk,
                new()
                {
                    MeetingId = form.MeetingId,
                    ExpectedVersion = 2,
                    Day = form.Day,
                    Start = new(10, 0),
                    End = new(11, 0),
                    Venue = form.Venue,
                    ReplyByDay = form.ReplyByDay,
                    ReplyByTime = form.ReplyByTime,
                },
                Ct
            );
        await office.SendDueAsync();
        Assert.Equal(2, server.Calls.Count);
        Assert.All(SendingFixture.TextsTo(server), t => Assert.Contains("有调整", t, StringComparison.Ordinal));

        office.District.Clock.Advance(TimeSpan.FromHours(12));
        await office.SendDueAsync();
        Assert.Equal(2, server.Calls.Count); // the notice was overtaken by the change
    }

    [Fact]
    public async Task A_cancellation_goes_to_those_who_were_told_and_to_nobody_else()
    {
        await using var server = await WebReceiver.TakingAllAsync();
        var office = await MessagingFixture.OpenAsync(cluster, server.Address);
        await office.NotifyAsync(ChannelKind.Sms);
        await office.SendDueAsync();
        await office
            .District.Use<CancelMeeting>()
            .RunAsync(
                office.Clerk,
                new()
                {
                    MeetingId = office.Meeting,
                    ExpectedVersion = 2,
                    Reason = "台风",
                },
                Ct
            );
        await office.SendDueAsync();
        var texts = SendingFixture.TextsTo(server);
        Assert.Equal(8, texts.Count);
        Assert.Equal(4, texts.Count(t => t.Contains("取消", StringComparison.Ordinal) && !t.Contains("/a/", StringComparison.Ordinal)));
        Assert.All(await office.BoardAsync(), r => Assert.Equal(MessageState.Sent, r.NoticeDelivery!.State));

        // Copied and pasted by hand: the portal sends nothing by itself afterwards either.
        var quiet = await office.District.MeetingAsync(office.Clerk, office.Committee, office.Members[0].Seat);
        await office
            .District.Use<CancelMeeting>()
            .RunAsync(
                office.Clerk,
                new()
                {
                    MeetingId = quiet,
                    ExpectedVersion = 2,
                    Reason = "台风",
                },
                Ct
            );
        await office.SendDueAsync();
        Assert.Equal(8, server.Calls.Count);
    }

    [Fact]
    public async Task A_meeting_that_was_put_off_is_called_off_after_its_old_day_too()
    {
        await using var server = await WebReceiver.TakingAllAsync();
        var office = await MessagingFixture.OpenAsync(cluster, server.Address, units: 1);
        await office.NotifyAsync(ChannelKind.Sms);
        await office.SendDueAsync();
        await office
            .District.Use<PostponeMeeting>()
            .RunAsync(
                office.Clerk,
                new()
                {
                    MeetingId = office.Meeting,
                    ExpectedVersion = 2,
                    Reason = "台风",
                },
                Ct
            );
        await office.SendDueAsync();
        await office.PassAsync(TimeSpan.FromDays(8));
        var version = (await office.District.Use<SeeMeeting>().AskAsync(office.Clerk, office.Meeting, Ct)).Meeting.RowVersion;
        await office
            .District.Use<CancelMeeting>()
            .RunAsync(
                office.Clerk,
                new()
                {
                    MeetingId = office.Meeting,
                    ExpectedVersion = version,
                    Reason = "并入年度总结会",
                },
                Ct
            );
        await office.SendDueAsync();
        Assert.Equal(6, server.Calls.Count);
        Assert.Equal(2, SendingFixture.TextsTo(server).Count(t => t.Contains("取消", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Somebody_who_left_the_office_before_the_turn_came_is_not_written_to()
    {
        await using var server = await WebReceiver.TakingAllAsync();
        var office = await MessagingFixture.OpenAsync(cluster, server.Address, units: 1);
        await office.NotifyAsync(ChannelKind.Sms);
        await office
            .District.Use<EndAppointment>()
            .RunAsync(
                office.Clerk,
                new()
                {
                    SeatId = office.Members[0].Seat,
                    ExpectedVersion = 1,
                    On = office.District.Today,
                    Reason = EndReason.Retired,
                },
                Ct
            );
        await office.SendDueAsync();
        Assert.Empty(server.Calls);
        Assert.All(await office.MessagesAsync(), m => Assert.Equal(MessageState.Dropped, m.State));
    }

    [Fact]
    public async Task A_notice_by_a_channel_that_is_off_is_not_given()
    {
        await using var server = await WebReceiver.TakingAllAsync();
        var office = await MessagingFixture.OpenAsync(cluster, server.Address, units: 1);
        var refused = await Assert.ThrowsAsync<RuleBroken>(() => office.NotifyAsync(ChannelKind.DingTalk));
        Assert.Equal("Jobs.ChannelIsOff", refused.Key);
    }

    [Fact]
    public async Task An_open_board_hears_of_a_message_that_was_sent()
    {
        await using var server = await WebReceiver.TakingAllAsync();
        var office = await MessagingFixture.OpenAsync(cluster, server.Address, units: 1);
        await office.NotifyAsync(ChannelKind.Sms);
        var before = await office.District.Use<WatchReplies>().AskAsync(Scope.ForClock(office.District.Id), office.Meeting, Ct);
        await office.SendDueAsync();
        Assert.True(await office.District.Use<WatchReplies>().AskAsync(Scope.ForClock(office.District.Id), office.Meeting, Ct) > before);
    }
}
