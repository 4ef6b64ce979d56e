using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Jobs;
using CoBuilding.Jobs.Outbox;
using CoBuilding.Tests.House;
using CoBuilding.Tests.Jobs.Channels;

namespace CoBuilding.Tests.Jobs.Outbox;

public class MarkMessagesUncertainTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task Only_what_was_in_hand_for_too_long_becomes_uncertain()
    {
        await using var server = await WebReceiver.TakingAllAsync();
        var office = await MessagingFixture.OpenAsync(cluster, server.Address, units: 2);
        await office.NotifyAsync(ChannelKind.Sms);
        var left = (await office.ClaimAsync())!.MessageId;
        office.District.Clock.Advance(TimeSpan.FromSeconds(1));
        var inHand = (await office.ClaimAsync())!.MessageId;
        office.District.Clock.Advance(Message.LongestInHand - TimeSpan.FromSeconds(1));
        await MarkAsync(office, Scope.ForClock(office.District.Id)); // neither was in hand for longer than that
        Assert.Equal((MessageState.Sending, MessageState.Sending), await StatesAsync());

        office.District.Clock.Advance(TimeSpan.FromMilliseconds(500));
        await MarkAsync(office, Scope.ForClock(office.District.Id));

        Assert.Equal((MessageState.Uncertain, MessageState.Sending), await StatesAsync());
        var messages = await office.MessagesAsync();
        Assert.Equal(DeliveryFailure.Interrupted, messages.Single(m => m.Id == left).Failure);
        Assert.Equal(2, messages.Count(m => m.State == MessageState.Waiting));

        async Task<(MessageState, MessageState)> StatesAsync()
        {
            var all = await office.MessagesAsync();
            return (all.Single(m => m.Id == left).State, all.Single(m => m.Id == inHand).State);
        }
    }

    [Fact]
    public async Task Staff_do_not_mark_messages()
    {
        await using var server = await WebReceiver.TakingAllAsync();
        var office = await MessagingFixture.OpenAsync(cluster, server.Address, units: 1);
        await Assert.ThrowsAsync<Denied>(() => MarkAsync(office, office.Clerk));
    }

    private static Task MarkAsync(MessagingFixture office, Scope scope) =>
        office.District.Use<MarkMessagesUncertain>().RunAsync(scope, new(), Ct);
}
