using CoBuilding.Data;
using CoBuilding.Jobs;
using CoBuilding.Meetings.Messages;
using CoBuilding.Places.Workdays;
using CoBuilding.Tests.House;
using CoBuilding.Tests.Jobs;
using CoBuilding.Tests.Jobs.Channels;

namespace CoBuilding.Tests.Meetings.Messages;

public class RemindTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task A_group_reads_the_meetings_facts_and_no_name_and_no_link()
    {
        await using var server = await WebReceiver.TakingAllAsync();
        var office = await MessagingFixture.OpenAsync(cluster, server.Address);
        await office.NotifyAsync(ChannelKind.WeCom);
        await office.SendDueAsync();
        await office
            .District.Use<Remind>()
            .RunAsync(office.Clerk, new() { MeetingId = office.Meeting, Channels = [ChannelKind.WeCom] }, Ct);
        await office.SendDueAsync();
        Assert.Equal(2, server.Calls.Count);
        Assert.All(
            SendingFixture.TextsTo(server, "/robot"),
            text =>
            {
                Assert.Contains("第四季度联席会议", text, StringComparison.Ordinal);
                Assert.DoesNotContain("单位0", text, StringComparison.Ordinal);
                Assert.DoesNotContain("书记", text, StringComparison.Ordinal);
                Assert.DoesNotContain("/a/", text, StringComparison.Ordinal);
            }
        );
    }

    [Fact]
    public async Task A_seat_is_reminded_once_a_day_and_only_while_it_has_not_answered()
    {
        await using var server = await WebReceiver.TakingAllAsync();
        var office = await MessagingFixture.OpenAsync(cluster, server.Address);
        await office.NotifyAsync(ChannelKind.Sms);
        await office.SendDueAsync();
        var board = await office.BoardAsync();
        await office.AnswerAsync(board[0].InvitationId);

        Assert.Equal(1, await RemindAsync());
        await office.SendDueAsync();
        Assert.Equal(6, server.Calls.Count);
        Assert.Contains("尚未收到贵单位的回复", SendingFixture.TextsTo(server).Last(), StringComparison.Ordinal);
        Assert.Equal("Sending.NobodyToRemind", (await Assert.ThrowsAsync<RuleBroken>(RemindAsync)).Key);
        Assert.Empty(
            (await office.District.Use<MakeLinks>().RunAsync(office.Clerk, new() { MeetingId = office.Meeting, IsReminder = true }, Ct))
        );

        await office.PassAsync(TimeSpan.FromDays(1));
        var made = await office
            .District.Use<MakeLinks>()
            .RunAsync(office.Clerk, new() { MeetingId = office.Meeting, IsReminder = true }, Ct);
        Assert.Equal([board[1].InvitationId], made.Select(m => m.InvitationId).Distinct());
        Assert.NotEmpty(
            await office.District.Use<MakeLinks>().RunAsync(office.Clerk, new() { MeetingId = office.Meeting, IsReminder = true }, Ct)
        ); // the same text once more
        Assert.Equal(
            "Sending.NobodyToRemind",
            (
                await Assert.ThrowsAsync<RuleBroken>(() =>
                    office
                        .District.Use<Remind>()
                        .RunAsync(office.Clerk, new() { MeetingId = office.Meeting, Channels = [ChannelKind.Sms] }, Ct)
                )
            ).Key
        );

        Task<int> RemindAsync() =>
            office.District.Use<Remind>().RunAsync(office.Clerk, new() { MeetingId = office.Meeting, Channels = [ChannelKind.Sms] }, Ct);
    }

    [Fact]
    public async Task Two_clerks_at_once_remind_each_seat_once()
    {
        await using var server = await WebReceiver.TakingAllAsync();
        var office = await MessagingFixture.OpenAsync(cluster, server.Address);
        await office.NotifyAsync();
        var tries = await Task.WhenAll(
            Enumerable
                .Range(0, 6)
                .Select(_ =>
                    Record
                        .ExceptionAsync(() =>
                            office
                                .District.Use<Remind>()
                                .RunAsync(office.Clerk, new() { MeetingId = office.Meeting, Channels = [ChannelKind.Sms] }, Ct)
                        )
                        .AsTask()
                )
        );
        Assert.Single(tries, t => t is null);
        Assert.All(tries.OfType<RuleBroken>(), r => Assert.True(r.Key is "Sending.RemindedToday" or "Sending.NobodyToRemind", r.Key));
        await office.SendDueAsync();
        Assert.Equal(4, server.Calls.Count);
    }

    [Fact]
    public async Task A_reminder_that_was_answered_before_its_turn_is_dropped()
    {
        await using var server = await WebReceiver.TakingAllAsync();
        var office = await MessagingFixture.OpenAsync(cluster, server.Address, units: 1);
        await office.NotifyAsync();
        await office.District.Use<Remind>().RunAsync(office.Clerk, new() { MeetingId = office.Meeting, Channels = [ChannelKind.Sms] }, Ct);
        await office.AnswerAsync((await office.BoardAsync()).Single().InvitationId);
        await office.SendDueAsync();
        Assert.Empty(server.Calls);
    }

    [Theory]
    [InlineData(-2)]
    [InlineData(11)]
    public async Task Reminders_rest_at_night(int hours)
    {
        await using var server = await WebReceiver.TakingAllAsync();
        var office = await MessagingFixture.OpenAsync(cluster, server.Address, units: 1);
        await office.NotifyAsync();
        await office.PassAsync(TimeSpan.FromHours(hours < 0 ? 24 + hours : hours));
        foreach (
            var attempt in new Func<Task>[]
            {
                () =>
                    office
                        .District.Use<Remind>()
                        .RunAsync(office.Clerk, new() { MeetingId = office.Meeting, Channels = [ChannelKind.Sms] }, Ct),
                () => office.District.Use<MakeLinks>().RunAsync(office.Clerk, new() { MeetingId = office.Meeting, IsReminder = true }, Ct),
            }
        )
            Assert.Equal("Sending.RemindersRest", (await Assert.ThrowsAsync<RuleBroken>(attempt)).Key);
    }

    [Fact]
    public async Task Reminders_rest_on_days_on_which_nobody_works()
    {
        await using var server = await WebReceiver.TakingAllAsync();
        var office = await MessagingFixture.OpenAsync(cluster, server.Address, units: 1);
        await office.NotifyAsync();
        await office
            .District.Use<AddCalendarSpan>()
            .RunAsync(office.District.Admin, new() { Name = "停工日", FirstDay = office.District.Today }, Ct);
        Assert.Equal(
            "Sending.RestDay",
            (
                await Assert.ThrowsAsync<RuleBroken>(() =>
                    office
                        .District.Use<Remind>()
                        .RunAsync(office.Clerk, new() { MeetingId = office.Meeting, Channels = [ChannelKind.Sms] }, Ct)
                )
            ).Key
        );
    }
}
