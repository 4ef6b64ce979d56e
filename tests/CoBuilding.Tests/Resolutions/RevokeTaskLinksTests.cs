using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Resolutions;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Resolutions;

public class RevokeTaskLinksTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task A_unit_that_assists_speaks_by_its_own_link_and_by_phone_and_revoked_links_lead_nowhere()
    {
        var scene = await ResolutionsFixture.SceneAsync(cluster);
        var made = await scene.District.Use<MakeTaskLinks>().RunAsync(scene.Clerk, new() { ResolutionId = scene.Resolution }, Ct);
        var link = scene.District.Link(made.First(m => !m.IsLead).Token);
        var task = await scene.District.Use<SeeTask>().AskAsync(link, null, Ct);
        Assert.Equal(("大连湾医院", false), (task.Unit, task.IsLead));
        await scene
            .District.Use<ReportProgress>()
            .RunAsync(link, new() { Action = ResolutionAction.Progressed, Note = "指示牌已装好" }, Ct);
        await RuleAssert.BrokenAsync(
            "Resolutions.OnlyLead",
            scene.District.Use<ReportProgress>().RunAsync(link, new() { Action = ResolutionAction.ReportedDone }, Ct)
        );
        await scene
            .District.Use<RecordProgress>()
            .RunAsync(
                scene.Clerk,
                new()
                {
                    ResolutionId = scene.Resolution,
                    ExpectedVersion = await scene.VersionAsync(),
                    UnitId = scene.Other.Unit,
                    Action = ResolutionAction.Progressed,
                    Note = "保安已排班",
                    ToldBy = "联络员",
                },
                Ct
            );
        Assert.Equal(
            [("大连湾医院", "指示牌已装好"), ("大连湾医院", "保安已排班")],
            (await scene.SeeAsync()).Steps.Where(s => s.Kind == ResolutionAction.Progressed).Select(s => (s.Unit, s.Note))
        );
        await Assert.ThrowsAsync<NotFound>(async () =>
            await scene
                .District.Use<RecordProgress>()
                .RunAsync(
                    scene.Clerk,
                    new()
                    {
                        ResolutionId = scene.Resolution,
                        ExpectedVersion = await scene.VersionAsync(),
                        UnitId = scene.Lead.Unit,
                        Action = ResolutionAction.Progressed,
                        ToldBy = "联络员",
                    },
                    Ct
                )
        );

        await scene.District.Use<RevokeTaskLinks>().RunAsync(scene.Clerk, new() { ResolutionId = scene.Resolution }, Ct);
        foreach (var token in made.Select(m => m.Token))
            await Assert.ThrowsAnyAsync<Refusal>(() => scene.District.Use<SeeTask>().AskAsync(scene.District.Link(token), null, Ct));
    }
}
