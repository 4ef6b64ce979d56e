using CoBuilding.Data;
using CoBuilding.Minutes;
using CoBuilding.Resolutions;
using CoBuilding.Tests.House;
using CoBuilding.Tests.Minutes;
using CoBuilding.Tests.Resolutions;

namespace CoBuilding.Tests.Minutes;

public class MakeResolutionTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task An_office_of_the_host_can_lead_and_one_lead_is_enough()
    {
        var scene = await ResolutionsFixture.SceneAsync(cluster);
        var form = new MakeResolution.Form
        {
            CommitteeId = scene.Committee,
            Matter = "划定临时车位",
            LeadOffice = "街道城建办",
        };
        await scene.District.Use<MakeResolution>().RunAsync(scene.Clerk, form, Ct);
        var seen = await scene.District.Use<SeeResolution>().AskAsync(scene.Clerk, form.ResolutionId, Ct);
        Assert.Equal((ResolutionState.Underway, "街道城建办"), (seen.Row.State, seen.Row.Lead));
        await RuleAssert.BrokenAsync(
            "Resolutions.NotWithUnit",
            scene.District.Use<RemindUnit>().RunAsync(scene.Clerk, new() { ResolutionId = form.ResolutionId, ExpectedVersion = 1 }, Ct)
        );
        await Assert.ThrowsAsync<ValidationFailed>(() =>
            scene
                .District.Use<MakeResolution>()
                .RunAsync(
                    scene.Clerk,
                    form with
                    {
                        ResolutionId = Guid.CreateVersion7(),
                        OperationId = Guid.CreateVersion7(),
                        LeadUnitId = scene.Lead.Unit,
                    },
                    Ct
                )
        );
        await RuleAssert.BrokenAsync(
            "Resolutions.LeadAssists",
            scene.District.ResolutionAsync(scene.Clerk, scene.Committee, scene.Lead.Unit, null, null, scene.Lead.Unit)
        );
    }

    [Fact]
    public async Task A_resolution_comes_from_an_item_of_the_minutes_of_its_own_meeting()
    {
        var scene = await MinutesFixture.SceneAsync(cluster);
        await scene.District.Use<BeginMinutes>().RunAsync(scene.Clerk, new() { MeetingId = scene.Meeting }, Ct);
        var item = (await scene.SeeAsync()).Items[0].Id;
        var form = new MakeResolution.Form
        {
            CommitteeId = scene.Committee,
            MeetingId = scene.Meeting,
            MinutesItemId = item,
            Matter = "划定临时车位",
            LeadUnitId = scene.First.Unit,
        };
        await scene.District.Use<MakeResolution>().RunAsync(scene.Clerk, form, Ct);
        Assert.Equal((form.ResolutionId, item), Assert.Single((await scene.SeeAsync()).Resolutions.Select(r => (r.Id, r.ItemId!.Value))));

        var other = await scene.District.HeldAsync(scene.Clerk, scene.Committee, scene.First.Seat);
        await Assert.ThrowsAsync<NotFound>(() =>
            scene
                .District.Use<MakeResolution>()
                .RunAsync(
                    scene.Clerk,
                    form with
                    {
                        ResolutionId = Guid.CreateVersion7(),
                        OperationId = Guid.CreateVersion7(),
                        MeetingId = other,
                    },
                    Ct
                )
        );
    }
}
