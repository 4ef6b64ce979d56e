using CoBuilding.Data;
using CoBuilding.Minutes;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Minutes;

public class RevokeCountersignLinksTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task A_units_revoked_links_lead_nowhere_in_any_round_and_new_ones_do()
    {
        var scene = await MinutesFixture.SceneAsync(cluster);
        var sent = await scene.District.SentMinutesAsync(scene.Clerk, scene.Meeting);
        var links = await LinksAsync();
        await scene.RunAsync<RevokeCountersignLinks>(u =>
            u.RunAsync(scene.Clerk, new() { CountersignId = sent.Units.Single(c => c.Name == "大连湾中学").CountersignId }, Ct)
        );
        foreach (var link in links)
            Assert.Equal(link.Unit != "大连湾中学", await OpensAsync(link));
        foreach (var link in await LinksAsync())
            Assert.True(await OpensAsync(link));

        await MinutesFixture.TakeBackAsync(scene);
        var back = await scene.SeeAsync();
        await scene.RunAsync<SendMinutes>(u =>
            u.RunAsync(
                scene.Clerk,
                new()
                {
                    MinutesId = back.MinutesId!.Value,
                    ExpectedVersion = back.RowVersion,
                    Workdays = 10,
                },
                Ct
            )
        );
        foreach (var link in links)
            Assert.Equal(link.Unit != "大连湾中学", await OpensAsync(link));

        Task<IReadOnlyList<MakeCountersignLinks.Made>> LinksAsync() =>
            scene.District.Use<MakeCountersignLinks>().RunAsync(scene.Clerk, new() { MinutesId = sent.MinutesId!.Value }, Ct);
        async Task<bool> OpensAsync(MakeCountersignLinks.Made link) =>
            await Record.ExceptionAsync(() => scene.District.Use<SeeCountersign>().AskAsync(scene.District.Link(link.Token), null, Ct))
                is not NotFound;
    }
}
