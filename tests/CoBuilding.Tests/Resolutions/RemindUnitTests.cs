using CoBuilding.Access;
using CoBuilding.Resolutions;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Resolutions;

public class RemindUnitTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task A_unit_is_reminded_once_a_day_at_most_and_only_while_the_next_word_is_its_own()
    {
        var scene = await ResolutionsFixture.SceneAsync(cluster);
        await RemindAsync(scene.Clerk);
        await RuleAssert.BrokenAsync("Resolutions.RemindedToday", RemindAsync(scene.Clerk));
        Assert.True((await scene.SeeAsync()).IsRemindedToday);
        scene.District.Clock.Advance(TimeSpan.FromDays(1));
        var clerk = await scene.District.SignInAsync("clerk" + scene.District.Street1.Code);
        await RemindAsync(clerk);
        await scene
            .District.Use<RecordConvenerCall>()
            .RunAsync(
                clerk,
                new()
                {
                    ResolutionId = scene.Resolution,
                    ExpectedVersion = 1,
                    On = scene.District.Today,
                    Note = "书记答应下周完成",
                },
                Ct
            );
        await scene
            .District.Use<RecordProgress>()
            .RunAsync(
                clerk,
                new()
                {
                    ResolutionId = scene.Resolution,
                    ExpectedVersion = 1,
                    Action = ResolutionAction.ReportedDone,
                    ToldBy = "联络员",
                },
                Ct
            );
        scene.District.Clock.Advance(TimeSpan.FromDays(1));
        clerk = await scene.District.SignInAsync("clerk" + scene.District.Street1.Code);
        await RuleAssert.BrokenAsync("Resolutions.NotWithUnit", RemindAsync(clerk, 2));

        Task RemindAsync(Scope who, long version = 1) =>
            scene.District.Use<RemindUnit>().RunAsync(who, new() { ResolutionId = scene.Resolution, ExpectedVersion = version }, Ct);
    }
}
