using CoBuilding.Data;
using CoBuilding.Jobs;
using CoBuilding.Jobs.Channels;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Jobs.Channels;

public class SetRobotChannelTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Theory]
    [InlineData("http://10.0.0.1/robot", "Jobs.NeedsTls")]
    [InlineData(null, "Jobs.UrlNeeded")]
    public async Task A_robot_needs_an_address_with_tls_or_in_a_network_that_the_operator_lists(string? url, string rule)
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var refused = await Assert.ThrowsAsync<RuleBroken>(() =>
            district.Use<SetRobotChannel>().RunAsync(district.Admin, new() { Kind = ChannelKind.WeCom, Url = url }, Ct)
        );
        Assert.Equal(rule, refused.Key);
    }
}
