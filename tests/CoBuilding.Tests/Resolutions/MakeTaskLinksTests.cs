using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Resolutions;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Resolutions;

public class MakeTaskLinksTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task A_suspended_seats_links_rest()
    {
        var scene = await ResolutionsFixture.SceneAsync(cluster);
        var link = scene.District.Link(
            (await scene.District.Use<MakeTaskLinks>().RunAsync(scene.Clerk, new() { ResolutionId = scene.Resolution }, Ct))
                .First(m => m.Addressee == Addressee.Holder)
                .Token
        );
        await scene.District.Use<SeeTask>().AskAsync(link, null, Ct);
        await scene
            .District.Use<CoBuilding.Committees.Seats.SuspendSeat>()
            .RunAsync(
                scene.District.Admin,
                new()
                {
                    SeatId = scene.Lead.Seat,
                    ExpectedVersion = 1,
                    From = scene.District.Today,
                    Reason = "单位搬迁",
                },
                Ct
            );
        await Assert.ThrowsAsync<NotFound>(() => scene.District.Use<SeeTask>().AskAsync(link, null, Ct));
    }

    [Fact]
    public async Task A_lead_that_moved_to_another_street_stays_named_and_can_be_written_to()
    {
        var scene = await ResolutionsFixture.SceneAsync(cluster);
        var unit = await scene.District.Use<CoBuilding.Units.SeeUnit>().AskAsync(scene.District.Admin, scene.Lead.Unit, Ct);
        await scene
            .District.Use<CoBuilding.Units.MoveUnit>()
            .RunAsync(
                scene.District.Admin,
                new()
                {
                    UnitId = scene.Lead.Unit,
                    ExpectedVersion = unit.RowVersion,
                    PlaceId = scene.District.Community2.Id,
                    On = scene.District.Today,
                },
                Ct
            );
        Assert.Equal("大连湾中学", (await scene.SeeAsync()).Row.Lead);
        Assert.Equal("大连湾中学", Assert.Single((await scene.District.Use<ListResolutions>().AskAsync(scene.Clerk, new(), Ct)).Rows).Lead);
        var made = await scene.District.Use<MakeTaskLinks>().RunAsync(scene.Clerk, new() { ResolutionId = scene.Resolution }, Ct);
        Assert.Equal(["大连湾中学", "大连湾医院"], made.Select(m => m.Unit).Distinct());
        await scene.District.ResolutionAsync(scene.Clerk, scene.Committee, scene.Lead.Unit); // its seat is still there
        var stranger = await scene.District.UnitAsync(scene.District.Community2, "他街单位");
        await Assert.ThrowsAsync<NotFound>(() => scene.District.ResolutionAsync(scene.Clerk, scene.Committee, stranger));
    }
}
