using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Resolutions;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Resolutions;

public class ListResolutionsTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task Overdue_is_told_from_the_day_and_never_stored()
    {
        var scene = await ResolutionsFixture.SceneAsync(cluster);
        Assert.Equal(0, (await OverdueAsync(scene.Clerk)).Total);
        scene.District.Clock.Advance(TimeSpan.FromDays(15));
        var clerk = await scene.District.SignInAsync("clerk" + scene.District.Street1.Code);
        Assert.True(Assert.Single((await OverdueAsync(clerk)).Rows).IsOverdue);
        await scene
            .District.Use<RecordProgress>()
            .RunAsync(
                clerk,
                new()
                {
                    ResolutionId = scene.Resolution,
                    ExpectedVersion = (await scene.District.Use<SeeResolution>().AskAsync(clerk, scene.Resolution, Ct)).RowVersion,
                    Action = ResolutionAction.ProposedDay,
                    Day = scene.District.Today.AddDays(9),
                    ToldBy = "联络员",
                },
                Ct
            );
        Assert.Empty((await OverdueAsync(clerk)).Rows); // the host's response is awaited
        var version = (await scene.District.Use<SeeResolution>().AskAsync(clerk, scene.Resolution, Ct)).RowVersion;
        await scene
            .District.Use<ExtendResolution>()
            .RunAsync(
                clerk,
                new()
                {
                    ResolutionId = scene.Resolution,
                    ExpectedVersion = version,
                    Deadline = scene.District.Today.AddDays(9),
                    Reason = "设备未到",
                },
                Ct
            );
        Assert.Empty((await OverdueAsync(clerk)).Rows);

        Task<Page<ListResolutions.Row>> OverdueAsync(Scope who) =>
            scene.District.Use<ListResolutions>().AskAsync(who, new() { View = ResolutionView.Overdue }, Ct);
    }
}
