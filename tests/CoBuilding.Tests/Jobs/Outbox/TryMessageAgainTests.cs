using CoBuilding.Data;
using CoBuilding.Jobs;
using CoBuilding.Jobs.Outbox;
using CoBuilding.Tests.House;
using CoBuilding.Tests.Jobs.Channels;
using Microsoft.AspNetCore.Http;

namespace CoBuilding.Tests.Jobs.Outbox;

public class TryMessageAgainTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task A_failed_message_goes_out_when_staff_have_it_tried_again()
    {
        await using var server = await WebReceiver.StartAsync(
            (context, n) =>
            {
                context.Response.StatusCode = n == 1 ? 403 : 200;
                return context.Response.WriteAsync("""{"errcode":0}""");
            }
        );
        var office = await MessagingFixture.OpenAsync(cluster, server.Address, units: 1);
        await office.NotifyAsync(ChannelKind.WeCom);
        await office.SendDueAsync();
        var failed = Assert.Single(await office.MessagesAsync());
        Assert.Equal((MessageState.Failed, DeliveryFailure.Refused, "HTTP 403"), (failed.State, failed.Failure!.Value, failed.Detail));
        await office
            .District.Use<TryMessageAgain>()
            .RunAsync(office.Clerk, new() { MessageId = failed.Id, ExpectedVersion = failed.RowVersion }, Ct);
        await office.SendDueAsync();
        var sent = Assert.Single(await office.MessagesAsync());
        Assert.Equal((MessageState.Sent, null), (sent.State, sent.Failure));
        var again = await Assert.ThrowsAsync<RuleBroken>(() =>
            office
                .District.Use<TryMessageAgain>()
                .RunAsync(office.Clerk, new() { MessageId = sent.Id, ExpectedVersion = sent.RowVersion }, Ct)
        );
        Assert.Equal("Jobs.NothingToTryAgain", again.Key);
    }
}
