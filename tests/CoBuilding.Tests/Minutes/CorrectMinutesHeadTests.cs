using CoBuilding.Meetings;
using CoBuilding.Minutes;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Minutes;

public class CorrectMinutesHeadTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task The_head_is_corrected_by_itself_and_attendance_only_where_that_is_asked()
    {
        var scene = await MinutesFixture.SceneAsync(cluster);
        var issued = await scene.District.IssuedMinutesAsync(scene.Clerk, scene.Meeting);
        await MinutesFixture.MarkAsync(scene, scene.First.Seat, Presence.Absent);
        var form = new CorrectMinutesHead.Form
        {
            MinutesId = issued.MinutesId!.Value,
            ExpectedVersion = issued.RowVersion,
            Chair = "李主任",
            Reason = "主持人写错",
        };
        await scene.District.Use<CorrectMinutesHead>().RunAsync(scene.Clerk, form, Ct);
        var head = await scene.SeeAsync();
        Assert.Equal(
            (2, "李主任", 2, "各单位同意错时开放车位。"),
            (head.Version, head.Text.Chair, head.Text.Present.Count, head.Text.Items[0].Said)
        );
        await scene
            .District.Use<CorrectMinutesHead>()
            .RunAsync(
                scene.Clerk,
                form with
                {
                    OperationId = Guid.CreateVersion7(),
                    ExpectedVersion = head.RowVersion,
                    AsMarked = true,
                    Reason = "到会名单有误",
                },
                Ct
            );
        Assert.Equal("大连湾医院 大连湾医院书记", Assert.Single((await scene.SeeAsync()).Text.Present).Said);
    }
}
