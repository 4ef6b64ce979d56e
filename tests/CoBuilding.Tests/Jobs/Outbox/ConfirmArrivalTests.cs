using CoBuilding.Jobs;
using CoBuilding.Jobs.Outbox;
using CoBuilding.Tests.House;
using CoBuilding.Tests.Jobs.Channels;

namespace CoBuilding.Tests.Jobs.Outbox;

public class ConfirmArrivalTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task A_message_in_doubt_is_settled_by_the_receivers_word()
    {
        await using var server = await WebReceiver.SayingAsync(504);
        var office = await MessagingFixture.OpenAsync(cluster, server.Address, units: 1);
        await office.NotifyAsync(ChannelKind.WeCom);
        await office.SendDueAsync();
        office.District.Clock.Advance(TimeSpan.FromHours(1));
        await office.SendDueAsync();
        Assert.Single(server.Calls);
        var doubtful = Assert.Single(await office.MessagesAsync());
        Assert.Equal((MessageState.Uncertain, "HTTP 504"), (doubtful.State, doubtful.Detail));
        await office
            .District.Use<ConfirmArrival>()
            .RunAsync(office.Clerk, new() { MessageId = doubtful.Id, ExpectedVersion = doubtful.RowVersion }, Ct);
        Assert.Equal(MessageState.Sent, Assert.Single(await office.MessagesAsync()).State);
    }
}
