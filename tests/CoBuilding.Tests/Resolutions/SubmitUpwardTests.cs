using CoBuilding.Access;
using CoBuilding.Resolutions;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Resolutions;

public class SubmitUpwardTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task A_community_asks_the_street_the_street_the_district_and_the_answer_returns_to_its_origin()
    {
        var scene = await ResolutionsFixture.SceneAsync(cluster, inCommunity: true);
        var (district, community) = (scene.District, scene.Clerk);
        var street = await district.ClerkAsync(district.Street1);
        await UpAsync(community, "涉及街道车场");
        var waiting = Assert.Single(
            (await district.Use<ListResolutions>().AskAsync(street, new() { View = ResolutionView.WaitingForUs }, Ct)).Rows
        );
        Assert.Equal(scene.Resolution, waiting.Id);
        Assert.True((await district.Use<SeeResolution>().AskAsync(street, scene.Resolution, Ct)).MayAnswerAbove);
        await RuleAssert.BrokenAsync("Resolutions.NotLevelAbove", AnswerAsync(community, false));
        await RuleAssert.BrokenAsync("Resolutions.NotLevelAbove", UpAsync(community, "再提请")); // it is the street's to ask on
        await RuleAssert.BrokenAsync(
            "Resolutions.IsAbove",
            district
                .Use<CloseResolution>()
                .RunAsync(
                    community,
                    new()
                    {
                        ResolutionId = scene.Resolution,
                        ExpectedVersion = await scene.VersionAsync(),
                        Outcome = ResolutionOutcome.Done,
                    },
                    Ct
                )
        );

        await AnswerAsync(street, takesOn: true);
        Assert.Equal(ResolutionState.TakenOn, (await scene.SeeAsync()).Row.State);
        await UpAsync(street, "涉及区属道路");
        await RuleAssert.BrokenAsync("Resolutions.NotLevelAbove", AnswerAsync(street, false));
        await RuleAssert.BrokenAsync("Resolutions.NobodyAbove", UpAsync(district.Admin, "再往上"));
        await AnswerAsync(district.Admin, false);
        var back = await scene.SeeAsync();
        Assert.Equal(
            (ResolutionState.AnsweredAbove, ResolutionWait.Host, null),
            (back.Row.State, back.Row.WaitsFor, back.Row.AbovePlaceId)
        );
        Assert.Equal(["东街道", "东街道", "测试区", "测试区"], back.Steps.Where(s => s.Above is not null).Select(s => s.Above));
        await RuleAssert.BrokenAsync("Resolutions.NotAbove", AnswerAsync(district.Admin, false));

        async Task UpAsync(Scope who, string reason) =>
            await district
                .Use<SubmitUpward>()
                .RunAsync(
                    who,
                    new()
                    {
                        ResolutionId = scene.Resolution,
                        ExpectedVersion = await scene.VersionAsync(),
                        Reason = reason,
                    },
                    Ct
                );
        async Task AnswerAsync(Scope who, bool takesOn) =>
            await district
                .Use<AnswerFromAbove>()
                .RunAsync(
                    who,
                    new()
                    {
                        ResolutionId = scene.Resolution,
                        ExpectedVersion = await scene.VersionAsync(),
                        TakesOn = takesOn,
                        Note = "已协调",
                    },
                    Ct
                );
    }
}
