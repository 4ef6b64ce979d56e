using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Jobs;
using CoBuilding.Jobs.Channels;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Jobs.Channels;

public class TryChannelTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task A_channel_is_tried_at_once_and_the_try_is_journaled()
    {
        await using var server = await WebReceiver.TakingAllAsync();
        var office = await MessagingFixture.OpenAsync(cluster, server.Address, units: 1);
        var district = office.District;
        var delivery = await district.Use<TryChannel>().RunAsync(district.Admin, new() { Kind = ChannelKind.Sms, To = "13800000000" }, Ct);
        Assert.Equal(Delivery.Accepted, delivery);
        Assert.Single(server.Calls);
        await Assert.ThrowsAsync<ValidationFailed>(() =>
            district.Use<TryChannel>().RunAsync(district.Admin, new() { Kind = ChannelKind.Sms }, Ct)
        );
        var unset = await Assert.ThrowsAsync<RuleBroken>(() =>
            district.Use<TryChannel>().RunAsync(district.Admin, new() { Kind = ChannelKind.DingTalk }, Ct)
        );
        Assert.Equal("Jobs.ChannelNotSet", unset.Key);
        var journal = await district.Use<SeeJournal>().AskAsync(district.Auditor, new() { Subject = "channels", Size = 100 }, Ct);
        Assert.Contains(journal.Rows, r => r.Action == "tried");
    }
}
