using CoBuilding.Access;
using CoBuilding.Minutes;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Minutes;

public class RecordCountersignTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task A_unit_may_take_its_comments_back_by_phone_and_who_told_it_is_kept()
    {
        var scene = await MinutesFixture.SceneAsync(cluster);
        var sent = await scene.District.SentMinutesAsync(scene.Clerk, scene.Meeting);
        var secretary = await scene.District.UnitScopeAsync(scene.First.Unit, scene.First.Person);
        var id = Assert.Single((await scene.District.Use<ListMyUnitCountersigns>().AskAsync(secretary, new(), Ct)).Rows).CountersignId;
        await scene.RunAsync<CountersignMinutes>(u =>
            u.RunAsync(
                secretary,
                new()
                {
                    CountersignId = id,
                    Answer = CountersignAnswer.Comments,
                    Comments = "请写明时段",
                },
                Ct
            )
        );
        await scene.RunAsync<SettleComments>(async u =>
            await u.RunAsync(
                scene.Clerk,
                new()
                {
                    CountersignId = id,
                    ExpectedVersion = (await UnitAsync()).RowVersion,
                    Settlement = "见第二项",
                },
                Ct
            )
        );
        await RecordAsync(CountersignAnswer.Comments, "请写明时段", "张");
        var told = await UnitAsync();
        Assert.Equal(("张", "见第二项"), (told.ToldBy, told.Settlement)); // the same comments have been answered
        await RecordAsync(CountersignAnswer.NoObjection, null, "李");
        var withdrawn = await UnitAsync();
        Assert.Equal(
            (CountersignStanding.NoObjection, "李", null, null),
            (withdrawn.Standing, withdrawn.ToldBy, withdrawn.Comments, withdrawn.Settlement)
        );

        async Task<SeeMinutes.Unit> UnitAsync() => (await scene.SeeAsync()).Units.Single(u => u.CountersignId == id);

        async Task RecordAsync(CountersignAnswer answer, string? comments, string toldBy) =>
            await scene
                .District.Use<RecordCountersign>()
                .RunAsync(
                    scene.Clerk,
                    new()
                    {
                        CountersignId = id,
                        ExpectedVersion = (await UnitAsync()).RowVersion,
                        Answer = answer,
                        Comments = comments,
                        ToldBy = toldBy,
                    },
                    Ct
                );
    }
}
