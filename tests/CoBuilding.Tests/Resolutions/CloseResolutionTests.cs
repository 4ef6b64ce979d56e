using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Resolutions;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Resolutions;

public class CloseResolutionTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task A_unit_is_asked_takes_note_reports_and_the_host_closes_with_thanks()
    {
        var scene = await ResolutionsFixture.SceneAsync(cluster);
        var secretary = await scene.District.UnitScopeAsync(scene.Lead.Unit, scene.Lead.Person);
        var task = Assert.Single((await scene.District.Use<ListMyUnitTasks>().AskAsync(secretary, new(), Ct)).Rows);
        Assert.Equal((ResolutionState.Asked, true, true, "大连湾中学"), (task.State, task.IsLead, task.WaitsForLead, task.Unit));
        await ResolutionsFixture.ReportAsync(scene, secretary, ResolutionAction.Acknowledged);
        Assert.Equal(ResolutionState.Underway, (await scene.SeeAsync()).Row.State);
        await ResolutionsFixture.ReportAsync(scene, secretary, ResolutionAction.Progressed);
        await ResolutionsFixture.ReportAsync(scene, secretary, ResolutionAction.ReportedDone, note: "二十个车位已开放");
        var waiting = await scene.District.Use<ListResolutions>().AskAsync(scene.Clerk, new() { View = ResolutionView.WaitingForUs }, Ct);
        Assert.Equal(scene.Resolution, Assert.Single(waiting.Rows).Id);

        await scene
            .District.Use<ContinueResolution>()
            .RunAsync(
                scene.Clerk,
                new()
                {
                    ResolutionId = scene.Resolution,
                    ExpectedVersion = await scene.VersionAsync(),
                    Note = "能否周末也开放",
                },
                Ct
            );
        Assert.Equal(ResolutionState.Underway, (await scene.SeeAsync()).Row.State);
        await ResolutionsFixture.ReportAsync(scene, secretary, ResolutionAction.ReportedDone);
        await scene
            .District.Use<CloseResolution>()
            .RunAsync(
                scene.Clerk,
                new()
                {
                    ResolutionId = scene.Resolution,
                    ExpectedVersion = await scene.VersionAsync(),
                    Outcome = ResolutionOutcome.Done,
                },
                Ct
            );
        var closed = await scene.SeeAsync();
        Assert.Equal(
            [
                ResolutionAction.Asked,
                ResolutionAction.Acknowledged,
                ResolutionAction.Progressed,
                ResolutionAction.ReportedDone,
                ResolutionAction.Continued,
                ResolutionAction.ReportedDone,
                ResolutionAction.Closed,
            ],
            closed.Steps.Select(s => s.Kind)
        );
        Assert.Equal(("大连湾中学", "大连湾中学书记"), (closed.Steps[1].Unit, closed.Steps[1].Said!.Actor));
        await RuleAssert.BrokenAsync("Resolutions.IsClosed", ResolutionsFixture.ReportAsync(scene, secretary, ResolutionAction.Progressed));
        Assert.Empty((await scene.District.Use<ListResolutions>().AskAsync(scene.Clerk, new() { CommitteeId = scene.Committee }, Ct)).Rows);
    }

    [Fact]
    public async Task What_cannot_be_done_is_explained_and_may_be_closed_as_explained()
    {
        var scene = await ResolutionsFixture.SceneAsync(cluster);
        var secretary = await scene.District.UnitScopeAsync(scene.Lead.Unit, scene.Lead.Person);
        await Assert.ThrowsAsync<ValidationFailed>(() => ResolutionsFixture.ReportAsync(scene, secretary, ResolutionAction.CannotBeDone));
        await ResolutionsFixture.ReportAsync(scene, secretary, ResolutionAction.CannotBeDone, note: "车场产权不在我校");
        Assert.Equal(ResolutionWait.Host, (await scene.SeeAsync()).Row.WaitsFor);
        await scene
            .District.Use<CloseResolution>()
            .RunAsync(
                scene.Clerk,
                new()
                {
                    ResolutionId = scene.Resolution,
                    ExpectedVersion = await scene.VersionAsync(),
                    Outcome = ResolutionOutcome.Explained,
                    Note = "感谢说明，另寻场地",
                },
                Ct
            );
        Assert.Equal(
            (ResolutionState.Closed, ResolutionOutcome.Explained),
            ((await scene.SeeAsync()).Row.State, (await scene.SeeAsync()).Row.Outcome)
        );
    }
}
