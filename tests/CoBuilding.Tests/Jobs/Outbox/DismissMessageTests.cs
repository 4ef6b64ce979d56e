using CoBuilding.Data;
using CoBuilding.Jobs;
using CoBuilding.Jobs.Outbox;
using CoBuilding.Meetings.Messages;
using CoBuilding.Tests.House;
using CoBuilding.Tests.Jobs.Channels;

namespace CoBuilding.Tests.Jobs.Outbox;

public class DismissMessageTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Theory]
    [InlineData(403, MessageState.Failed)]
    [InlineData(504, MessageState.Uncertain)]
    public async Task What_failed_or_is_in_doubt_is_let_go_and_stays_so(int status, MessageState before)
    {
        await using var server = await WebReceiver.SayingAsync(status);
        var office = await MessagingFixture.OpenAsync(cluster, server.Address, units: 1);
        await office.NotifyAsync(ChannelKind.WeCom);
        await office.SendDueAsync();
        var seen = Assert.Single(await office.MessagesAsync());
        Assert.Equal(before, seen.State);
        await Assert.ThrowsAsync<Stale>(() => DismissAsync(office, seen, seen.RowVersion - 1));
        Assert.Equal(before, Assert.Single(await office.MessagesAsync()).State);

        await DismissAsync(office, seen, seen.RowVersion);

        var dismissed = Assert.Single(await office.MessagesAsync());
        Assert.Equal(MessageState.Dropped, dismissed.State);
        await RuleAssert.BrokenAsync("Jobs.NothingToDismiss", () => DismissAsync(office, dismissed, dismissed.RowVersion));
        await office.PassAsync(TimeSpan.FromHours(1));
        await office.SendDueAsync();
        Assert.Single(server.Calls);
    }

    [Fact]
    public async Task What_waits_or_arrived_is_not_dismissed()
    {
        await using var server = await WebReceiver.TakingAllAsync();
        var office = await MessagingFixture.OpenAsync(cluster, server.Address, units: 1);
        await office.NotifyAsync(ChannelKind.WeCom);
        var waiting = Assert.Single(await office.MessagesAsync());
        await RuleAssert.BrokenAsync("Jobs.NothingToDismiss", () => DismissAsync(office, waiting, waiting.RowVersion));
        await office.SendDueAsync();
        var sent = Assert.Single(await office.MessagesAsync());
        await RuleAssert.BrokenAsync("Jobs.NothingToDismiss", () => DismissAsync(office, sent, sent.RowVersion));
        Assert.Equal(MessageState.Sent, Assert.Single(await office.MessagesAsync()).State);
    }

    private static Task DismissAsync(MessagingFixture office, ListMeetingMessages.Row message, long version) =>
        office.District.Use<DismissMessage>().RunAsync(office.Clerk, new() { MessageId = message.Id, ExpectedVersion = version }, Ct);
}
