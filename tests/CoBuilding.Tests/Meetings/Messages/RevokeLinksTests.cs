using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Meetings.Facts;
using CoBuilding.Meetings.Messages;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Meetings.Messages;

public class RevokeLinksTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task Revoked_links_lead_nowhere_and_a_new_one_does()
    {
        var (district, clerk, _, meeting) = await LinksFixture.CallAsync(cluster);
        var links = await LinksFixture.LinksAsync(district, clerk, meeting);
        var invitation = (await district.Use<SeeMeetingAsHost>().AskAsync(clerk, meeting, Ct)).Rows.Single().InvitationId;
        await district.Use<RevokeLinks>().RunAsync(clerk, new() { InvitationId = invitation }, Ct);
        foreach (var link in links.Values)
            await LinksFixture.AssertDeadAsync(district, link);
        await LinksFixture.AnswerAsync(district, (await LinksFixture.LinksAsync(district, clerk, meeting))[Addressee.Holder]);
    }
}
