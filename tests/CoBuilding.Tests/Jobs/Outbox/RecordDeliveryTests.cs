using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Jobs;
using CoBuilding.Jobs.Outbox;
using CoBuilding.Tests.House;
using CoBuilding.Tests.Jobs.Channels;

namespace CoBuilding.Tests.Jobs.Outbox;

public class RecordDeliveryTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Theory]
    [InlineData(DeliveryOutcome.Retry, MessageState.Waiting)]
    [InlineData(DeliveryOutcome.Rejected, MessageState.Failed)]
    [InlineData(DeliveryOutcome.Unknown, MessageState.Uncertain)]
    public async Task What_did_not_arrive_shows_why_and_waits_fails_or_is_in_doubt(DeliveryOutcome outcome, MessageState after)
    {
        await using var server = await WebReceiver.TakingAllAsync();
        var office = await MessagingFixture.OpenAsync(cluster, server.Address, units: 1);
        await office.NotifyAsync(ChannelKind.WeCom);
        var claimed = (await office.ClaimAsync())!.MessageId;
        Assert.Equal(MessageState.Sending, Assert.Single(await office.MessagesAsync()).State);

        await RecordAsync(office, claimed, new Delivery(outcome, DeliveryFailure.ServerFailed, "HTTP 500"));

        var message = Assert.Single(await office.MessagesAsync());
        Assert.Equal(
            (after, DeliveryFailure.ServerFailed, "HTTP 500", (DateTimeOffset?)null),
            (message.State, message.Failure!.Value, message.Detail, message.SentAt)
        );
        Assert.Equal(outcome == DeliveryOutcome.Retry, message.DueAt > office.District.Clock.GetUtcNow());
    }

    [Fact]
    public async Task What_arrived_shows_when_and_a_later_report_changes_nothing()
    {
        await using var server = await WebReceiver.TakingAllAsync();
        var office = await MessagingFixture.OpenAsync(cluster, server.Address, units: 1);
        await office.NotifyAsync(ChannelKind.WeCom);
        var claimed = (await office.ClaimAsync())!.MessageId;
        office.District.Clock.Advance(TimeSpan.FromSeconds(2));
        var arrived = office.District.Clock.GetUtcNow();
        await RecordAsync(office, claimed, Delivery.Accepted);
        office.District.Clock.Advance(TimeSpan.FromSeconds(2));
        await RecordAsync(office, claimed, Delivery.Rejected(DeliveryFailure.Refused));
        var message = Assert.Single(await office.MessagesAsync());
        Assert.Equal((MessageState.Sent, arrived, null), (message.State, message.SentAt!.Value, message.Failure));
    }

    [Fact]
    public async Task A_report_on_what_nobody_claimed_changes_nothing_and_staff_report_none()
    {
        await using var server = await WebReceiver.TakingAllAsync();
        var office = await MessagingFixture.OpenAsync(cluster, server.Address, units: 1);
        await office.NotifyAsync(ChannelKind.WeCom);
        var waiting = Assert.Single(await office.MessagesAsync());
        await RecordAsync(office, waiting.Id, Delivery.Accepted);
        Assert.Equal(MessageState.Waiting, Assert.Single(await office.MessagesAsync()).State);
        await Assert.ThrowsAsync<NotFound>(() => RecordAsync(office, Guid.CreateVersion7(), Delivery.Accepted));
        await office.ClaimAsync();
        await Assert.ThrowsAsync<Denied>(() => RecordAsync(office, waiting.Id, Delivery.Accepted, office.Clerk));
        Assert.Equal(MessageState.Sending, Assert.Single(await office.MessagesAsync()).State);
    }

    private static Task RecordAsync(MessagingFixture office, Guid message, Delivery delivery, Scope? scope = null) =>
        office
            .District.Use<RecordDelivery>()
            .RunAsync(scope ?? Scope.ForClock(office.District.Id), new() { MessageId = message, Delivery = delivery }, Ct);
}
