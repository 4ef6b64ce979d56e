using CoBuilding.Minutes;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Minutes;

public class TakeBackMinutesTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task What_units_objected_to_is_read_while_the_minutes_are_changed()
    {
        var scene = await MinutesFixture.SceneAsync(cluster);
        var sent = await scene.District.SentMinutesAsync(scene.Clerk, scene.Meeting);
        var unit = sent.Units.Single(u => u.Name == "大连湾中学");
        await scene.RunAsync<RecordCountersign>(u =>
            u.RunAsync(
                scene.Clerk,
                new()
                {
                    CountersignId = unit.CountersignId,
                    ExpectedVersion = unit.RowVersion,
                    Answer = CountersignAnswer.Comments,
                    Comments = "请写明时段",
                    ToldBy = "王",
                },
                Ct
            )
        );
        await MinutesFixture.TakeBackAsync(scene);
        var back = await scene.SeeAsync();
        var (answered, silent) = (back.Units.Single(u => u.Name == unit.Name), back.Units.Single(u => u.Name != unit.Name));
        Assert.Equal((CountersignStanding.Comments, "请写明时段"), (answered.Standing, answered.Comments));
        Assert.Equal(CountersignStanding.Unasked, silent.Standing);
        // An answer during recalling gets a conflict.
        Assert.Equal((unit.RowVersion + 2, unit.RowVersion + 1), (answered.RowVersion, silent.RowVersion));
    }
}
