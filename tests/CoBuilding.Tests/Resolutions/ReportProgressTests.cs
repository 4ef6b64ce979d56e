using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Meetings;
using CoBuilding.Resolutions;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Resolutions;

public class ReportProgressTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task A_liaison_officer_reports_by_link_visibly_for_the_secretary_until_the_office_passes_on()
    {
        var scene = await ResolutionsFixture.SceneAsync(cluster);
        var links = await scene.District.Use<MakeTaskLinks>().RunAsync(scene.Clerk, new() { ResolutionId = scene.Resolution }, Ct);
        Assert.Equal([Addressee.Holder, Addressee.LiaisonOfficer], links.Where(l => l.IsLead).Select(l => l.Addressee));
        var link = scene.District.Link(links[1].Token);
        Assert.Equal(
            ("大连湾中学", true),
            (
                (await scene.District.Use<SeeTask>().AskAsync(link, null, Ct)).Unit,
                (await scene.District.Use<SeeTask>().AskAsync(link, null, Ct)).IsLead
            )
        );
        await scene.District.Use<ReportProgress>().RunAsync(link, new() { Action = ResolutionAction.Acknowledged }, Ct);
        var said = (await scene.SeeAsync()).Steps[^1].Said!;
        Assert.Equal((ReplySource.LiaisonOfficer, "大连湾中学联络员", "大连湾中学书记"), (said.Source, said.Actor, said.Principal));
        await Assert.ThrowsAsync<NotFound>(() => scene.District.Use<SeeTask>().AskAsync(link, Guid.CreateVersion7(), Ct));
        await scene.District.PersonAsync(scene.Lead.Unit, "新联络员", liaison: true);
        await Assert.ThrowsAsync<NotFound>(() =>
            scene.District.Use<ReportProgress>().RunAsync(link, new() { Action = ResolutionAction.Progressed }, Ct)
        );
    }

    [Fact]
    public async Task A_unit_that_assists_sees_the_task_and_adds_its_word_but_only_the_lead_moves_it_on()
    {
        var scene = await ResolutionsFixture.SceneAsync(cluster);
        var assistant = await scene.District.UnitScopeAsync(scene.Other.Unit, scene.Other.Person);
        Assert.False(Assert.Single((await scene.District.Use<ListMyUnitTasks>().AskAsync(assistant, new(), Ct)).Rows).IsLead);
        await RuleAssert.BrokenAsync(
            "Resolutions.OnlyLead",
            ResolutionsFixture.ReportAsync(scene, assistant, ResolutionAction.ReportedDone)
        );
        await ResolutionsFixture.ReportAsync(scene, assistant, ResolutionAction.Progressed, note: "我们这边的指示牌已装好");
        var seen = await scene.SeeAsync();
        Assert.Equal(
            (ResolutionState.Asked, ResolutionAction.Progressed, "大连湾医院"),
            (seen.Row.State, seen.Steps[^1].Kind, seen.Steps[^1].Unit)
        );
        var stranger = await scene.District.MemberAsync(scene.Committee, scene.District.Community1, "旁观单位");
        var other = await scene.District.UnitScopeAsync(stranger.Unit, stranger.Person);
        await Assert.ThrowsAsync<NotFound>(() => ResolutionsFixture.ReportAsync(scene, other, ResolutionAction.Progressed));
        Assert.Empty((await scene.District.Use<ListMyUnitTasks>().AskAsync(other, new(), Ct)).Rows);
    }
}
