using CoBuilding.Meetings;
using CoBuilding.Minutes;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Minutes;

public class ArchiveMeetingTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task A_meeting_is_archived_when_its_minutes_are_issued_and_everything_agreed_is_closed()
    {
        var scene = await MinutesFixture.SceneAsync(cluster);
        await RuleAssert.BrokenAsync("Minutes.NotIssuedToArchive", ArchiveAsync());
        await scene.District.IssuedMinutesAsync(scene.Clerk, scene.Meeting);
        var resolution = await scene.District.ResolutionAsync(scene.Clerk, scene.Committee, scene.First.Unit, scene.Meeting);
        Assert.Equal(MeetingState.FollowingUp, await MinutesFixture.StageAsync(cluster, scene));
        await RuleAssert.BrokenAsync("Minutes.ResolutionsAreOpen", ArchiveAsync());
        await scene
            .District.Use<CoBuilding.Resolutions.CloseResolution>()
            .RunAsync(
                scene.Clerk,
                new()
                {
                    ResolutionId = resolution,
                    ExpectedVersion = 1,
                    Outcome = CoBuilding.Resolutions.ResolutionOutcome.Done,
                },
                Ct
            );
        await ArchiveAsync();
        Assert.Equal(MeetingState.Archived, await MinutesFixture.StageAsync(cluster, scene));

        Task ArchiveAsync() => scene.District.Use<ArchiveMeeting>().RunAsync(scene.Clerk, new() { MeetingId = scene.Meeting }, Ct);
    }
}
