using CoBuilding.Access;
using CoBuilding.Minutes;
using CoBuilding.Resolutions;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Resolutions;

public class ExtendResolutionTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task The_lead_names_the_day_where_none_is_set_and_another_one_is_the_hosts_to_agree_to()
    {
        var scene = await ResolutionsFixture.SceneAsync(cluster);
        var secretary = await scene.District.UnitScopeAsync(scene.Lead.Unit, scene.Lead.Person);
        var open = new MakeResolution.Form
        {
            CommitteeId = scene.Committee,
            Matter = "共用会议室",
            LeadUnitId = scene.Lead.Unit,
        };
        await scene.District.Use<MakeResolution>().RunAsync(scene.Clerk, open, Ct);
        var day = scene.District.Today.AddDays(20);
        await RuleAssert.BrokenAsync(
            "Resolutions.DayHasPassed",
            scene
                .District.Use<ReportProgress>()
                .RunAsync(
                    secretary,
                    new()
                    {
                        ResolutionId = open.ResolutionId,
                        Action = ResolutionAction.Acknowledged,
                        Day = scene.District.Today.AddDays(-1),
                    },
                    Ct
                )
        );
        await scene
            .District.Use<ReportProgress>()
            .RunAsync(
                secretary,
                new()
                {
                    ResolutionId = open.ResolutionId,
                    Action = ResolutionAction.Acknowledged,
                    Day = day,
                },
                Ct
            );
        Assert.Equal(day, (await scene.District.Use<SeeResolution>().AskAsync(scene.Clerk, open.ResolutionId, Ct)).Row.Deadline);

        var before = (await scene.SeeAsync()).Row.Deadline;
        await scene
            .District.Use<ReportProgress>()
            .RunAsync(
                secretary,
                new()
                {
                    ResolutionId = scene.Resolution,
                    Action = ResolutionAction.ProposedDay,
                    Day = day,
                },
                Ct
            );
        var proposed = await scene.SeeAsync();
        Assert.Equal((before, day, ResolutionWait.Host), (proposed.Row.Deadline, proposed.Row.ProposedDay, proposed.Row.WaitsFor));
        await RuleAssert.BrokenAsync(
            "Resolutions.NotLater",
            scene
                .District.Use<ExtendResolution>()
                .RunAsync(
                    scene.Clerk,
                    new()
                    {
                        ResolutionId = scene.Resolution,
                        ExpectedVersion = proposed.RowVersion,
                        Deadline = before,
                        Reason = "同意",
                    },
                    Ct
                )
        );
        await scene
            .District.Use<ExtendResolution>()
            .RunAsync(
                scene.Clerk,
                new()
                {
                    ResolutionId = scene.Resolution,
                    ExpectedVersion = proposed.RowVersion,
                    Deadline = day,
                    Reason = "同意",
                },
                Ct
            );
        Assert.Equal(
            (day, null, ResolutionWait.Lead),
            ((await scene.SeeAsync()).Row.Deadline, (await scene.SeeAsync()).Row.ProposedDay, (await scene.SeeAsync()).Row.WaitsFor)
        );
    }
}
